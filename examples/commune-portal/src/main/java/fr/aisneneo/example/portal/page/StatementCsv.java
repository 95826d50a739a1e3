package fr.aisneneo.example.portal.page;

import fr.aisneneo.core.ledger.Statement;
import fr.aisneneo.core.ledger.StatementLine;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.example.portal.wording.Wording;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement as comma-separated values (RFC 4180), with the semicolons, decimal commas and the byte order mark that
 * spreadsheets expect where French is spoken.
 */
final class StatementCsv {
    private static final String MARK = "\ufeff";
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r";

    private final Currency currency;

    StatementCsv(Currency currency) {
        this.currency = currency;
    }

    String write(Statement statement, StatementRows rows) {
        StringBuilder csv = new StringBuilder(MARK);
        line(csv, List.of("Date", "Opération", "Mis de côté ou libéré", "Montant", "Solde", "Monnaie", "Identifiant"));
        line(csv, balance(statement.from(), "Solde au début", statement.openingBalance()));
        for (StatementLine line : statement.lines()) {
            AccountView.Row row = rows.of(line);
            line(
                    csv,
                    List.of(
                            date(line.transfer().at()),
                            text(row.purpose()),
                            text(row.setAside() == null ? "" : row.setAside()),
                            amount(line.change()),
                            amount(line.balance()),
                            currency.code(),
                            line.transfer().id().text()));
        }
        line(csv, balance(statement.to(), "Solde à la fin", statement.closingBalance()));
        return csv.toString();
    }

    private List<String> balance(Instant at, String label, long balance) {
        return List.of(date(at), label, "", "", amount(balance), currency.code(), "");
    }

    private static void line(StringBuilder csv, List<String> fields) {
        csv.append(fields.stream().map(StatementCsv::quoted).collect(Collectors.joining(";")))
                .append(END);
    }

    private static String date(Instant at) {
        ZonedDateTime local = at.atZone(Wording.ZONE);
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local.withNano(0));
    }

    private String amount(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, currency.scale()).toPlainString().replace('.', ',');
    }

    /** A text that a spreadsheet could take for a formula is one no longer. */
    private static String text(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ';' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
