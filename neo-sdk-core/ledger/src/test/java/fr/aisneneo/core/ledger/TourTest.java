package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Peg;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tour of the package's Javadoc, word for word. */
class TourTest {
    private static final int MONEY_SUPPLY = 1;
    private static final int MEMBERS = 100;
    private static final int BREAD = 7;
    private static final int ROOM = 8;

    @Test
    void theTourDoesWhatItSays() {
        try (Neo neo = Neo.open("memory:")) {
            TenantId tenant = new TenantId("laon");
            Actor chief = Actor.of(new PartyId(neo.ids().next()), tenant, Role.ADMINISTRATOR);
            Actor anne = Actor.of(new PartyId(neo.ids().next()), tenant, Role.MEMBER);
            Actor baker = Actor.of(new PartyId(neo.ids().next()), tenant, Role.MEMBER);
            Currency eusko = new Currency("EUSKO", 2);

            Ledger ledger = Ledger.of(neo);
            ledger.currencies().register(chief, eusko, new Peg(1, Currency.EUR, 1)); // a cent is worth a cent
            AccountId supply = ledger.newAccountId();
            AccountId annes = ledger.newAccountId();
            AccountId bakery = ledger.newAccountId();
            ledger.openAccount(chief, supply, AccountTerms.house(eusko, MONEY_SUPPLY, Side.DEBIT), Limits.NONE);
            ledger.openAccount(chief, annes, AccountTerms.member(eusko, MEMBERS, anne.party()), Limits.NEVER_OVERDRAWN);
            ledger.openAccount(
                    chief, bakery, AccountTerms.member(eusko, MEMBERS, baker.party()), Limits.NEVER_OVERDRAWN);

            Money fifty = Money.parse("50,00", eusko, Locale.FRENCH);
            ledger.transfer(chief, TransferRequest.pay(ledger.newTransferId(), supply, annes, fifty, MONEY_SUPPLY));

            TransferRequest bread = TransferRequest.pay(
                    ledger.newTransferId(), annes, bakery, Money.parse("4,50", eusko, Locale.FRENCH), BREAD);
            ledger.transfer(anne, bread); // CREATED
            ledger.transfer(anne, bread); // EXISTS: the answer was lost, and nothing is paid twice

            Money deposit = Money.parse("30,00", eusko, Locale.FRENCH);
            TransferRequest hold = TransferRequest.hold(ledger.newTransferId(), annes, bakery, deposit, ROOM, 86_400);
            neo.atomically(() -> ledger.transfer(anne, hold)); // with the reservation of the room, or not at all
            ledger.account(anne, annes).available(); // 15.50: what is set aside cannot be spent twice
            ledger.transfer(
                    baker,
                    TransferRequest.post(ledger.newTransferId(), hold.id())
                            .amount(1_000)); // 10.00; 20.00 are free again

            TransferRequest back =
                    TransferRequest.reverse(ledger.newTransferId(), bread.id()).amount(150);
            List<TransferResult> chain = ledger.chain(
                    chief,
                    List.of(
                            back,
                            TransferRequest.pay(ledger.newTransferId(), annes, supply, fifty, MONEY_SUPPLY)
                                    .amount(100)));

            Statement statement = ledger.history()
                    .statement(anne, annes, Instant.EPOCH, neo.clock().instant().plusSeconds(1));
            String proof =
                    ledger.history().proofs().transfer(anne, bread.id()).text(); // checked offline, beside its receipt
            boolean balanced = ledger.history().trialBalance(chief).balances();
            StringBuilder journal = new StringBuilder();
            ledger.export().csv(chief, journal);

            assertThat(chain).extracting(TransferResult::status).containsOnly(TransferStatus.CREATED);
            assertThat(ledger.account(anne, annes).money()).isEqualTo(Money.ofMinorUnits(3_600, eusko));
            assertThat(ledger.account(anne, annes).available()).isEqualTo(3_600);
            assertThat(statement.closingBalance()).isEqualTo(3_600);
            assertThat(statement.lines()).hasSize(6);
            assertThat(proof).startsWith("aisneneo.fr/ledger-transfer-proof@v1\n");
            assertThat(balanced).isTrue();
            assertThat(journal.toString().lines()).hasSize(1 + 6);
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class,
                    () -> ledger.transfer(
                            anne, TransferRequest.pay(ledger.newTransferId(), annes, bakery, fifty, BREAD)));
            assertThat(refusal.code()).isEqualTo("ledger.transfer.exceeds_debit_account_limit");
            assertThat(refusal.message(Locale.FRENCH)).isEqualTo("Le compte à débiter sortirait de ses limites.");
        }
    }
}
