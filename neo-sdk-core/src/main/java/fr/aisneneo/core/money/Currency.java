package fr.aisneneo.core.money;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A currency: one of ISO 4217, or a local one that its issuer names.
 *
 * @param code 3 to 8 characters of {@code A-Z} and {@code 0-9}, such as {@code EUR}
 * @param scale how many decimals an amount has, 0 to 6; 2 for {@code EUR}
 */
public record Currency(String code, int scale) {
    private static final Pattern FORM = Pattern.compile("[A-Z0-9]{3,8}");

    /** The most decimals. */
    public static final int MAX_SCALE = 6;

    /** The euro, in cents. */
    public static final Currency EUR = new Currency("EUR", 2);

    /**
     * Checks the form.
     *
     * @throws InvalidInputException {@code input.malformed} for another code, {@code input.out_of_range} for another
     *     scale
     */
    public Currency {
        if (!FORM.matcher(code).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "currency", Map.of("expected", FORM.pattern()));
        }
        boolean euro = code.equals("EUR"); // one euro only: amounts of two scales would not go together
        int min = euro ? 2 : 0;
        int max = euro ? 2 : MAX_SCALE;
        if (scale < min || scale > max) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "scale", Map.of("min", min, "max", max));
        }
    }

    @Override
    public String toString() {
        return code + "/" + scale;
    }
}
