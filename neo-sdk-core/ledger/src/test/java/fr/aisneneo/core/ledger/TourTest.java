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
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The tour of the package's Javadoc, word for word: {@link ToursTest} compares them. */
class TourTest {
    private static final int MONEY_SUPPLY = 1;
    private static final int ISSUE = 2;
    private static final int MEMBERS = 100;
    private static final int BREAD = 7;
    private static final int ROOM = 8;
    private static final int COFFEE = 9;

    @Test
    void theTourDoesWhatItSays() {
        try (Neo neo = Neo.open("memory:")) {
            TenantId laon = new TenantId("laon");
            // tour
            Actor chief = Actor.of(new PartyId(neo.ids().next()), laon, Role.ADMINISTRATOR);
            Actor anne = Actor.of(new PartyId(neo.ids().next()), laon, Role.MEMBER);
            Actor baker = Actor.of(new PartyId(neo.ids().next()), laon, Role.MEMBER);
            Currency eusko = new Currency("EUSKO", 2);
            Ledger ledger = Ledger.of(neo);
            ledger.currencies().register(chief, eusko, new Peg(1, Currency.EUR, 1)); // a cent is worth a cent
            // end
            // tour
            AccountId supply = ledger.newAccountId();
            AccountId annes = ledger.newAccountId();
            AccountId bakery = ledger.newAccountId();
            ledger.openAccount(chief, supply, AccountTerms.house(eusko, MONEY_SUPPLY, Side.DEBIT), Limits.NONE);
            ledger.openAccount(chief, annes, AccountTerms.member(eusko, MEMBERS, anne.party()), Limits.NEVER_OVERDRAWN);
            ledger.openAccount(
                    chief, bakery, AccountTerms.member(eusko, MEMBERS, baker.party()), Limits.NEVER_OVERDRAWN);
            // end
            // tour
            Money fifty = Money.parse("50,00", eusko, Locale.FRENCH);
            ledger.transfer(chief, TransferRequest.pay(ledger.newTransferId(), supply, annes, fifty, ISSUE));

            TransferRequest bread = TransferRequest.pay(
                    ledger.newTransferId(), annes, bakery, Money.parse("4,50", eusko, Locale.FRENCH), BREAD);
            ledger.transfer(anne, bread); // CREATED
            ledger.transfer(anne, bread); // EXISTS: the answer was lost, and nothing is paid twice
            // end
            // tour
            Money deposit = Money.parse("30,00", eusko, Locale.FRENCH);
            TransferRequest hold = TransferRequest.hold(ledger.newTransferId(), annes, bakery, deposit, ROOM, 86_400);
            neo.atomically(() -> ledger.transfer(anne, hold)); // with the reservation of the room, or not at all
            long free = ledger.account(anne, annes).available(); // 15.50: what is set aside cannot be spent twice
            TransferRequest kept =
                    TransferRequest.post(ledger.newTransferId(), hold.id()).amount(1_000);
            ledger.transfer(baker, kept); // 10.00 are paid, 20.00 are free again
            // end
            // tour
            TransferRequest room = TransferRequest.hold(
                    ledger.newTransferId(), annes, bakery, Money.ofMinorUnits(800, eusko), ROOM, 0);
            TransferRequest coffee = TransferRequest.hold(
                    ledger.newTransferId(), annes, bakery, Money.ofMinorUnits(200, eusko), COFFEE, 0);
            ledger.chain(anne, List.of(room, coffee)); // both are set aside, or neither
            ledger.postChain(baker, ledger.newTransferId(), room.id()); // both are paid, or neither
            // end
            // tour
            TransferRequest back =
                    TransferRequest.reverse(ledger.newTransferId(), bread.id()).amount(150);
            ledger.transfer(chief, back); // 1.50 of the 4.50
            // end
            // tour
            Instant tomorrow = neo.clock().instant().plus(Duration.ofDays(1));
            Statement statement = ledger.history().statement(anne, annes, Instant.EPOCH, tomorrow);
            String proof =
                    ledger.history().proofs().transfer(anne, bread.id()).text(); // checked offline, beside its receipt
            boolean balanced = ledger.history().trialBalance(chief).balances();
            StringBuilder file = new StringBuilder(); // or any other Appendable
            ledger.export().hledger(chief, ZoneId.of("Europe/Paris"), file);
            // end

            assertThat(free).isEqualTo(1_550);
            assertThat(ledger.account(anne, annes).money()).isEqualTo(Money.ofMinorUnits(2_700, eusko));
            assertThat(ledger.account(anne, annes).available()).isEqualTo(2_700);
            assertThat(statement.closingBalance()).isEqualTo(2_700);
            assertThat(statement.lines()).hasSize(9);
            assertThat(proof).startsWith("aisneneo.fr/ledger-transfer-proof@v1\n");
            assertThat(balanced).isTrue();
            assertThat(file.toString()).contains("EUSKO");
            RefusedException refusal = catchThrowableOfType(
                    RefusedException.class,
                    () -> ledger.transfer(
                            anne, TransferRequest.pay(ledger.newTransferId(), annes, bakery, fifty, BREAD)));
            assertThat(refusal.code()).isEqualTo("ledger.transfer.exceeds_debit_account_limit");
            assertThat(refusal.message(Locale.FRENCH)).isEqualTo("Le compte à débiter sortirait de ses limites.");
        }
    }
}
