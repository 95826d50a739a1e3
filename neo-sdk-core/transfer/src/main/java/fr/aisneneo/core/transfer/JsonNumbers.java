package fr.aisneneo.core.transfer;

import fr.aisneneo.core.transfer.CanonicalJson.NotJson;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * JSON numbers in one form: plain digits, unless an exponent spares more than {@value #ZEROS} zeros. PostgreSQL's
 * {@code jsonb} knows no exponents and no negative zero, but keeps zeros at the end of a fraction; so does this form.
 */
final class JsonNumbers {
    private static final int ZEROS = 20;
    private static final int LONGEST = 1_000;
    private static final Pattern FORM =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,999})(?:\\.[0-9]{1,999})?(?:[eE][+-]?[0-9]{1,3})?");
    private static final Pattern PLAIN = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private JsonNumbers() {}

    static String canonical(String number) {
        if (PLAIN.matcher(number).matches()) {
            return number;
        }
        if (number.length() > LONGEST || !FORM.matcher(number).matches()) {
            throw new NotJson();
        }
        BigDecimal exact = new BigDecimal(number);
        if (exact.scale() > 0) {
            return exact.scale() - exact.precision() > ZEROS
                    ? exact.unscaledValue() + "E-" + exact.scale()
                    : exact.toPlainString();
        }
        BigDecimal whole = exact.stripTrailingZeros();
        return -whole.scale() > ZEROS ? whole.unscaledValue() + "E" + -whole.scale() : whole.toPlainString();
    }
}
