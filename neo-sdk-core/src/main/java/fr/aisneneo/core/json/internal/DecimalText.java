package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;

/**
 * Decimals as text that keeps their scale: {@code 10.50} stays {@code 10.50}. No sign but a minus, no exponent except
 * for a negative scale ({@code 1E+3}), so that each value has one text.
 */
final class DecimalText {
    /** Sign, digits before and after the point, the point, and room for the exponent of a negative scale. */
    private static final int LENGTH = 2 * JsonLimits.DECIMAL_DIGITS + 8;

    private DecimalText() {}

    static String write(BigDecimal value) {
        check(value);
        return value.scale() < 0 ? value.toString() : value.toPlainString();
    }

    static String write(BigInteger value) {
        check(new BigDecimal(value));
        return value.toString();
    }

    static BigDecimal read(String text) {
        if (text.length() > LENGTH) {
            throw tooLarge();
        }
        BigDecimal value = new BigDecimal(text);
        if (!write(value).equals(text)) {
            throw new NumberFormatException();
        }
        return value;
    }

    static BigInteger readInteger(String text) {
        BigDecimal value = read(text);
        if (value.scale() != 0) {
            throw new NumberFormatException();
        }
        return value.unscaledValue();
    }

    private static void check(BigDecimal value) {
        int scale = value.scale();
        long before = (long) value.precision() - scale;
        if (scale > JsonLimits.DECIMAL_DIGITS
                || scale < -JsonLimits.DECIMAL_DIGITS
                || before > JsonLimits.DECIMAL_DIGITS) {
            throw tooLarge();
        }
    }

    private static InvalidInputException tooLarge() {
        return new InvalidInputException(
                CoreError.INPUT_TOO_LARGE, JsonLimits.WHOLE, Map.of("limit", JsonLimits.DECIMAL_DIGITS + " digits"));
    }
}
