package fr.aisneneo.core.money;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a language writes amounts, as Unicode CLDR has it for {@code fr} and {@code en}. Written out here because the
 * tables of the JDK change from one release to the next, and a receipt should not.
 */
enum MoneyFormat {
    FRENCH('\u202f', ',') {
        @Override
        String withUnit(String sign, String digits, String unit) {
            return sign + digits + NO_BREAK_SPACE + unit;
        }

        @Override
        Pattern number() {
            return FRENCH_NUMBER;
        }
    },
    ENGLISH(',', '.') {
        @Override
        String withUnit(String sign, String digits, String unit) {
            boolean symbol = !Character.isLetterOrDigit(unit.codePointAt(0));
            return sign + unit + (symbol ? "" : NO_BREAK_SPACE) + digits;
        }

        @Override
        Pattern number() {
            return ENGLISH_NUMBER;
        }
    };

    private static final String NO_BREAK_SPACE = "\u00a0";
    private static final int LONGEST = 60;
    private static final Pattern SPACES = Pattern.compile("[ \u00a0\u202f\u2009]+");
    private static final Pattern FRENCH_NUMBER =
            Pattern.compile("-?(?:[0-9]{1,3}(?: [0-9]{3})+|[0-9]+)(?:[.,][0-9]+)?");
    private static final Pattern ENGLISH_NUMBER =
            Pattern.compile("-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\\.[0-9]+)?");

    private final char group;
    private final char point;

    MoneyFormat(char group, char point) {
        this.group = group;
        this.point = point;
    }

    static MoneyFormat of(Locale locale) {
        return locale.getLanguage().equals("fr") ? FRENCH : ENGLISH;
    }

    abstract String withUnit(String sign, String digits, String unit);

    abstract Pattern number();

    String format(Money money) {
        String plain = money.amount().abs().toPlainString();
        int end = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % 3 == 0) {
                digits.append(group);
            }
            digits.append(plain.charAt(i));
        }
        if (end < plain.length()) {
            digits.append(point).append(plain, end + 1, plain.length());
        }
        return withUnit(money.isNegative() ? "-" : "", digits.toString(), unit(money.currency()));
    }

    private static String unit(String currency) {
        return currency.equals(Currency.EUR.code()) ? "€" : currency;
    }

    BigDecimal parse(String text, Currency currency) {
        if (text.length() > LONGEST) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "amount", Map.of("limit", LONGEST));
        }
        String number =
                SPACES.matcher(text).replaceAll(" ").replace('\u2212', '-').strip();
        number = without(number, unit(currency.code()));
        number = without(number, currency.code());
        if (!number().matcher(number).matches()) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED,
                    "amount",
                    Map.of("expected", Money.ofMinorUnits(123_456, currency).format(locale())));
        }
        String plain = this == FRENCH ? number.replace(" ", "").replace(',', '.') : number.replace(",", "");
        return new BigDecimal(plain);
    }

    private Locale locale() {
        return this == FRENCH ? Locale.FRENCH : Locale.ENGLISH;
    }

    /** The text without the unit before or after the number, and without a space between sign and number. */
    private static String without(String text, String unit) {
        String sign = text.startsWith("-") ? "-" : "";
        String rest = text.substring(sign.length()).strip();
        if (rest.startsWith(unit)) {
            rest = rest.substring(unit.length());
        } else if (rest.endsWith(unit)) {
            rest = rest.substring(0, rest.length() - unit.length());
        }
        return sign + rest.strip();
    }
}
