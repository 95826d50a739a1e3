package fr.aisneneo.example.portal.demo;

import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.local.CurrencyPlan;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalCurrency;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.payment.Tariff;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The local currency of the demonstration, one for one with the euros in its reserve: its accounts, what members start
 * with, and what spaces cost. Identifiers are fixed, so that loading it again finds what is there. The ledger gets the
 * pseudonyms of the members and nothing else of them.
 */
public final class DemoMoney {
    /** The local currency. */
    public static final Currency CURRENCY = new Currency("AXO", 2);

    /** The account of the house that reservations are paid to. */
    public static final AccountId TILL = account(5);

    /** What issuing is booked as. */
    public static final int ISSUE = 1;

    private static final CurrencyPlan PLAN = new CurrencyPlan(
            CURRENCY,
            Currency.EUR,
            new Fraction(1, 1),
            new Fraction(2, 100),
            account(1),
            account(2),
            account(3),
            account(4),
            ISSUE,
            Set.of());

    private static final int HOUSE = 2;
    private static final int MEMBERS = 100;
    private static final int FIRST_MEMBER = 100;
    private static final int FIRST_ISSUE = 200;

    /** Who has an account, and what is on it at first, in minor units. The staff has none. */
    private static final Map<String, Long> MEMBERS_START = members();

    private DemoMoney() {}

    private static Map<String, Long> members() {
        Map<String, Long> start = new LinkedHashMap<>();
        start.put("camille", 250_00L);
        start.put("idriss", 40_00L);
        start.put("atelier", 600_00L);
        return start;
    }

    /**
     * Opens what is missing, and issues what members start with.
     *
     * @param ledger where
     * @param administrator who
     */
    static void load(Ledger ledger, Actor administrator) {
        LocalCurrency currency = LocalCurrency.of(ledger, PLAN);
        currency.found(administrator);
        ledger.openAccount(
                administrator, TILL, AccountTerms.house(CURRENCY, HOUSE, Side.CREDIT), Limits.NEVER_OVERDRAWN);
        int number = 0;
        for (Map.Entry<String, Long> member : MEMBERS_START.entrySet()) {
            DemoAccount demo = DemoAccount.find(member.getKey()).orElseThrow();
            AccountId account = account(FIRST_MEMBER + number);
            AccountTerms terms = AccountTerms.member(
                            CURRENCY, MEMBERS, demo.account().party())
                    .with(AccountFlag.HISTORY, AccountFlag.NO_DEBIT_OVER_CREDIT);
            ledger.openAccount(administrator, account, terms, Limits.NONE);
            currency.issue(
                    administrator,
                    new TransferId(id(FIRST_ISSUE + number)),
                    account,
                    Money.ofMinorUnits(member.getValue(), CURRENCY));
            number++;
        }
    }

    /** What spaces cost. */
    public static Tariff tariff() {
        Map<SpaceId, Money> hourly = new LinkedHashMap<>();
        for (DemoSite site : DemoSite.ALL) {
            for (DemoSpace space : site.spaces()) {
                if (space.hourly() > 0) {
                    hourly.put(site.bookable(space).id(), Money.ofMinorUnits(space.hourly(), CURRENCY));
                }
            }
        }
        return space -> Optional.ofNullable(hourly.get(space));
    }

    /** The spaces that cost something. */
    public static List<SpaceId> priced() {
        Tariff tariff = tariff();
        return DemoSite.ALL.stream()
                .flatMap(site -> site.bookable().stream())
                .map(Space::id)
                .filter(space -> tariff.hourly(space).isPresent())
                .toList();
    }

    private static AccountId account(int number) {
        return new AccountId(id(number));
    }

    private static UUID id(int number) {
        return UUID.fromString(String.format(Locale.ROOT, "01930000-0000-7000-8000-000000001%03d", number));
    }
}
