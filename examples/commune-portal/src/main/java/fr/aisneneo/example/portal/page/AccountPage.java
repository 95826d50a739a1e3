package fr.aisneneo.example.portal.page;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.Statement;
import fr.aisneneo.core.ledger.StatementLine;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.picture.BalanceDrawing;
import fr.aisneneo.example.portal.picture.BalancePicture;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.StatementWords;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One's account in the local currency: what is on it, and what happened in a month, drawn, told and as a file. */
public final class AccountPage implements Routes {
    private static final YearMonth FIRST = YearMonth.of(2000, 1);
    private static final YearMonth LAST = YearMonth.of(2999, 12);
    private static final int ROWS = 50;

    private final Pages pages;
    private final Services services;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public AccountPage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Paths.ACCOUNT, this::show);
        routes.get(Paths.ACCOUNT_CSV, this::csv);
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        Optional<Account> account = services.accounts().find(actor, actor.party());
        if (account.isEmpty()) {
            pages.show(ctx, "account-none", pages.frame(ctx, "Mon compte", Frame.Section.ACCOUNT));
            return;
        }
        YearMonth month = month(ctx);
        Statement statement = statement(actor, account.get(), month);
        int most = Math.max(1, (statement.lines().size() + ROWS - 1) / ROWS);
        String wanted = ctx.queryParam("page");
        int page = wanted == null ? 1 : Params.integer(wanted, "page", 1, most);
        pages.show(ctx, "account", view(ctx, actor, statement, month, page));
    }

    private void csv(Context ctx) {
        Actor actor = services.somebody(ctx);
        Account account = services.accounts().require(actor, actor.party());
        YearMonth month = month(ctx);
        Currency currency = account.terms().currency();
        StatementRows rows = new StatementRows(services, actor, currency);
        ctx.header("Content-Disposition", "attachment; filename=\"releve-" + month + ".csv\"")
                .contentType("text/csv; charset=utf-8")
                .result(new StatementCsv(currency).write(statement(actor, account, month), rows));
    }

    private Statement statement(Actor actor, Account account, YearMonth month) {
        Interval time = time(month);
        return services.accounts().ledger().history().statement(actor, account.id(), time.start(), time.end());
    }

    private static Interval time(YearMonth month) {
        return new Interval(
                month.atDay(1).atStartOfDay(Wording.ZONE).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(Wording.ZONE).toInstant());
    }

    private YearMonth current() {
        return YearMonth.from(services.clock().instant().atZone(Wording.ZONE));
    }

    private YearMonth month(Context ctx) {
        String wanted = ctx.queryParam("mois");
        if (wanted == null) {
            return current();
        }
        YearMonth month;
        try {
            month = YearMonth.parse(wanted);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "mois", Map.of("expected", "2026-11"));
        }
        if (month.isBefore(FIRST) || month.isAfter(LAST)) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "mois", Map.of("min", FIRST.toString(), "max", LAST.toString()));
        }
        return month;
    }

    private AccountView view(Context ctx, Actor actor, Statement statement, YearMonth month, int page) {
        Account account = statement.account();
        Currency currency = account.terms().currency();
        StatementRows rows = new StatementRows(services, actor, currency);
        List<StatementLine> lines = statement.lines();
        int from = (page - 1) * ROWS;
        int to = Math.min(lines.size(), from + ROWS);
        boolean present = !month.isBefore(current());
        return new AccountView(
                pages.frame(ctx, "Mon compte, " + FrenchTime.month(month), Frame.Section.ACCOUNT),
                text(account.available(), currency),
                text(account.counters().debitsPending(), currency),
                text(account.balance(), currency),
                FrenchTime.capital(FrenchTime.month(month)),
                statement.opening().equals(Counters.ZERO) || month.equals(FIRST)
                        ? null
                        : Paths.account(month.minusMonths(1), 1),
                present ? null : Paths.account(month.plusMonths(1), 1),
                text(statement.openingBalance(), currency),
                text(statement.closingBalance(), currency),
                present ? "Solde actuel" : "Solde à la fin du mois",
                lines.subList(from, to).stream().map(rows::of).toList(),
                page == 1 ? null : Paths.account(month, page - 1),
                to == lines.size() ? null : Paths.account(month, page + 1),
                lines.size() <= ROWS ? null : "Lignes " + (from + 1) + " à " + to + " sur " + lines.size(),
                picture(statement, currency),
                told(statement, month, currency),
                Paths.accountCsv(month));
    }

    private BalancePicture picture(Statement statement, Currency currency) {
        Instant now = services.clock().instant();
        return new BalanceDrawing(currency, Locale.FRENCH, Wording.ZONE)
                .draw(
                        new Interval(statement.from(), statement.to()),
                        now,
                        statement.openingBalance(),
                        statement.lines().stream()
                                .map(line -> new BalanceDrawing.Movement(
                                        line.transfer().at(), line.balance()))
                                .toList());
    }

    private static String told(Statement statement, YearMonth month, Currency currency) {
        long least = statement.openingBalance();
        long greatest = statement.openingBalance();
        for (StatementLine line : statement.lines()) {
            least = Math.min(least, line.balance());
            greatest = Math.max(greatest, line.balance());
        }
        return FrenchTime.capital(FrenchTime.month(month)) + " : "
                + StatementWords.movements(statement.lines().size()) + ", solde de "
                + text(statement.openingBalance(), currency) + " au début et de "
                + text(statement.closingBalance(), currency) + " à la fin ; au plus bas " + text(least, currency)
                + ", au plus haut " + text(greatest, currency)
                + ". Le tableau qui suit dit la même chose ligne par ligne.";
    }

    private static String text(long minorUnits, Currency currency) {
        return Money.ofMinorUnits(minorUnits, currency).format(Locale.FRENCH);
    }
}
