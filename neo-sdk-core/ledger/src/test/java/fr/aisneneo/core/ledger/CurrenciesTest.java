package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Peg;
import fr.aisneneo.core.ledger.book.RegisteredCurrency;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.money.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CurrenciesTest {
    private static final Currency HOUR = new Currency("HEURE", 0);

    @RegisterExtension
    private final Town town = new Town();

    private final LedgerCurrencies currencies = town.ledger.currencies();

    private static ErrorCode refusal(Runnable command) {
        return catchThrowableOfType(RefusedException.class, command::run).errorCode();
    }

    @Test
    void aCurrencyIsRegisteredByItsFirstAccountAndHasOneScale() {
        assertThat(currencies.currency(ANNE, "AXO")).isEqualTo(new RegisteredCurrency(AXO, null, false));
        Currency fine = new Currency("AXO", 3);
        assertThat(refusal(() -> town.open(AccountTerms.house(fine, 2, Side.CREDIT), Limits.NONE)))
                .isEqualTo(LedgerError.CURRENCY_SCALE);
        assertThat(refusal(() -> currencies.register(CHIEF, fine, null))).isEqualTo(LedgerError.CURRENCY_SCALE);
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> currencies.register(CHIEF, fine, null));
        assertThat(refused.message(Locale.FRENCH)).isEqualTo("La monnaie AXO est enregistrée avec 2 décimales.");
        assertThat(refused.message(Locale.ENGLISH)).isEqualTo("The currency AXO is registered with 2 decimals.");
    }

    @Test
    void aPegIsLaidDownOnceAndInLowestTerms() {
        Peg peg = new Peg(10, Currency.EUR, 50);
        assertThat(currencies.register(CHIEF, HOUR, null).peg()).isNull();
        assertThat(currencies.register(CHIEF, HOUR, peg).peg()).isEqualTo(new Peg(1, Currency.EUR, 5));
        assertThat(currencies.register(CHIEF, HOUR, new Peg(3, Currency.EUR, 15)))
                .isEqualTo(currencies.register(CHIEF, HOUR, null));
        assertThat(catchThrowableOfType(
                                ConflictException.class,
                                () -> currencies.register(CHIEF, HOUR, new Peg(1, Currency.EUR, 6)))
                        .facts())
                .containsEntry("fields", "peg");
        assertThat(refusal(() -> currencies.register(CHIEF, AXO, new Peg(1, AXO, 1))))
                .isEqualTo(LedgerError.BACKING_SAME);
        assertThat(currencies.all(ANNE))
                .extracting(found -> found.currency().code())
                .containsExactly("AXO", "EUR", "HEURE");
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> new Peg(0, AXO, 1)))
                .isNotNull();
        assertThat(catchThrowableOfType(NotFoundException.class, () -> currencies.currency(ANNE, "USD"))
                        .errorCode())
                .isEqualTo(LedgerError.CURRENCY_UNKNOWN);
    }

    @Test
    void onlyWhoSetsTheTenantUpRegisters() {
        for (Actor actor : List.of(ANNE, CLERK)) {
            assertThat(catchThrowableOfType(ForbiddenException.class, () -> currencies.register(actor, HOUR, null)))
                    .isNotNull();
        }
        assertThat(currencies.all(CHIEF)).hasSize(1);
    }

    private AccountId house(Currency currency) {
        return town.open(AccountTerms.house(currency, 2, Side.DEBIT), Limits.NONE);
    }

    @Test
    void nothingIsBackedByItself() {
        AccountId one = house(HOUR);
        assertThat(refusal(() -> town.ledger.back(CHIEF, one, one, 1, 1))).isEqualTo(LedgerError.BACKING_SAME);
        AccountId two = house(HOUR);
        assertThat(refusal(() -> town.ledger.back(CHIEF, one, two, 1, 1))).isEqualTo(LedgerError.BACKING_SAME);
        assertThat(currencies.currency(CHIEF, "HEURE").backed()).isFalse();
    }

    @Test
    void whatIsBackedIsBackedAtItsPeg() {
        AccountId reserve = house(Currency.EUR);
        currencies.register(CHIEF, HOUR, new Peg(1, Currency.EUR, 1_000));
        AccountId issue = house(HOUR);
        assertThat(catchThrowableOfType(ConflictException.class, () -> town.ledger.back(CHIEF, issue, reserve, 1, 999)))
                .isNotNull();
        town.ledger.back(CHIEF, issue, reserve, 2, 2_000);
        town.ledger.back(CHIEF, issue, reserve, 1, 1_000);
        assertThat(currencies.currency(ANNE, "HEURE"))
                .isEqualTo(new RegisteredCurrency(HOUR, new Peg(1, Currency.EUR, 1_000), true));
    }
}
