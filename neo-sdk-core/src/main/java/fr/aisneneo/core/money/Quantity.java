package fr.aisneneo.core.money;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * So much of a unit, with the precision it was given in: 10.5 and 10.50 are different quantities that
 * {@linkplain #compareTo compare} as equal.
 *
 * <p>Its JSON is <code>{"unit":"kW.h","value":"10.50"}</code>. Immutable and thread-safe.
 *
 * @param value the number, at most 100 digits on either side of the point
 * @param unit the unit as a case-sensitive UCUM code (The Unified Code for Units of Measure), 1 to 40 visible ASCII
 *     characters, such as {@code kW.h}, {@code Cel}, {@code m2}, <code>{person}</code>; {@code 1} if it has none
 */
public record Quantity(BigDecimal value, String unit) implements Comparable<Quantity> {
    private static final int DIGITS = 100;
    private static final Pattern UNIT = Pattern.compile("[!-~]{1,40}");

    /**
     * Checks the bounds.
     *
     * @throws InvalidInputException {@code input.malformed} for a unit of another form, {@code input.too_large} for a
     *     number with more digits
     */
    public Quantity {
        if (!UNIT.matcher(unit).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "unit", Map.of("expected", "UCUM, kW.h"));
        }
        boolean tooLong = Math.abs((long) value.scale()) > DIGITS || value.precision() - (long) value.scale() > DIGITS;
        if (tooLong) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "value", Map.of("limit", DIGITS));
        }
    }

    /**
     * A quantity from the text of its number.
     *
     * @param value the number, such as {@code 10.50}
     * @param unit the UCUM code
     * @return the quantity
     * @throws InvalidInputException {@code input.malformed} or {@code input.too_large}
     */
    public static Quantity of(String value, String unit) {
        if (value.length() > 3 * DIGITS) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "value", Map.of("limit", DIGITS));
        }
        try {
            return new Quantity(new BigDecimal(value), unit);
        } catch (NumberFormatException e) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "value", Map.of("expected", "10.50"));
        }
    }

    /**
     * The sum.
     *
     * @param other a quantity of the same unit
     * @return this plus the other, with the finer precision of the two
     * @throws InvalidInputException {@code quantity.unit_mismatch} or {@code input.too_large}
     */
    public Quantity plus(Quantity other) {
        requireSame(other);
        return new Quantity(value.add(other.value), unit);
    }

    /**
     * The difference.
     *
     * @param other a quantity of the same unit
     * @return this minus the other, with the finer precision of the two
     * @throws InvalidInputException {@code quantity.unit_mismatch} or {@code input.too_large}
     */
    public Quantity minus(Quantity other) {
        requireSame(other);
        return new Quantity(value.subtract(other.value), unit);
    }

    /**
     * Compares quantities of one unit by their number. Not consistent with {@code equals}, which minds the precision.
     *
     * @param other a quantity of the same unit
     * @return negative, zero or positive
     * @throws InvalidInputException {@code quantity.unit_mismatch}
     */
    @Override
    public int compareTo(Quantity other) {
        requireSame(other);
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value + " " + unit;
    }

    private void requireSame(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new InvalidInputException(
                    CoreError.QUANTITY_UNIT_MISMATCH, "unit", Map.of("expected", unit, "actual", other.unit));
        }
    }
}
