package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.local.CurrencyPlan;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalCurrency;
import fr.aisneneo.core.ledger.local.PaymentCode;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tour of the package's Javadoc, word for word: {@link ToursTest} compares them. */
class LocalTourTest {
    private static final int EXCHANGE = 1;
    private static final int BREAD = 7;
    private static final int VOUCHERS = 80;
    private static final int MEMBERS = 100;
    private static final int PROFESSIONALS = 101;

    @RegisterExtension
    private final Town town = new Town();

    @Test
    void theTourDoesWhatItSays() throws GeneralSecurityException {
        Neo neo = town.neo;
        Ledger ledger = town.ledger;
        Actor chief = Town.CHIEF;
        Actor anne = Town.ANNE;
        Actor baker = Town.BRUNO;
        Currency eusko = new Currency("EUSKO", 2);
        AccountId issue = ledger.newAccountId();
        AccountId reserve = ledger.newAccountId();
        AccountId deposits = ledger.newAccountId();
        AccountId fees = ledger.newAccountId();
        AccountId annes = ledger.newAccountId();
        AccountId bakery = ledger.newAccountId();
        AccountId fund = ledger.newAccountId();
        // tour
        CurrencyPlan plan = new CurrencyPlan(
                eusko,
                Currency.EUR,
                new Fraction(1, 1), // a cent for a cent
                new Fraction(5, 100), // what whoever redeems leaves to the fund of fees
                issue,
                reserve,
                deposits,
                fees,
                EXCHANGE,
                Set.of(PROFESSIONALS)); // who redeems
        LocalCurrency currency = LocalCurrency.of(ledger, plan);
        currency.found(chief);
        // end
        // tour
        ledger.openAccount(chief, annes, AccountTerms.member(eusko, MEMBERS, anne.party()), Limits.NEVER_OVERDRAWN);
        ledger.openAccount(
                chief, bakery, AccountTerms.member(eusko, PROFESSIONALS, baker.party()), Limits.NEVER_OVERDRAWN);
        currency.issue(chief, ledger.newTransferId(), annes, Money.ofMinorUnits(5_000, eusko)); // 50 euros came in
        // end
        // tour
        String shown = new PaymentCode(bakery, eusko, 450L, BREAD, null).text();
        PaymentCode scanned = PaymentCode.parse(shown);
        Money price = Objects.requireNonNull(scanned.money()); // null where the payer says how much
        ledger.transfer(anne, TransferRequest.pay(ledger.newTransferId(), annes, scanned.to(), price, scanned.code()));
        // end
        // tour
        ledger.openAccount(chief, fund, AccountTerms.house(eusko, VOUCHERS, Side.CREDIT), Limits.NEVER_OVERDRAWN);
        Vouchers vouchers = Vouchers.of(neo, ledger, VOUCHERS);
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Instant expires = Instant.parse("2027-12-31T23:00:00Z");
        Voucher gift = new Voucher(neo.ids().next(), fund, Money.ofMinorUnits(2_000, eusko), expires);
        String paper = vouchers.sell(anne, gift, annes, keys.getPrivate());
        vouchers.redeem(chief, paper, keys.getPublic(), bakery); // by whoever has it, once
        // end
        // tour
        currency.redeem(
                chief, ledger.newTransferId(), bakery, Money.ofMinorUnits(2_000, eusko)); // 1.00 of it is the fee
        Money left = currency.reserve(chief); // 31.00 euros
        Money around = currency.circulation(chief); // 31.00, all of it covered
        // end

        assertThat(left).isEqualTo(Money.ofMinorUnits(3_100, Currency.EUR));
        assertThat(around).isEqualTo(Money.ofMinorUnits(3_100, eusko));
        assertThat(ledger.account(chief, fees).balance()).isEqualTo(100);
        assertThat(town.balance(annes)).isEqualTo(2_550);
        assertThat(town.balance(bakery)).isEqualTo(450);
    }
}
