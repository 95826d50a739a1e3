package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.text.PlainLine;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where mail and visitors go, in the order of French addresses (NF Z 10-011).
 *
 * <p>Immutable and thread-safe.
 *
 * @param street number and street, 1 to {@value #LONGEST_LINE} characters
 * @param complement building, floor or the like, up to {@value #LONGEST_LINE} characters, if any
 * @param postcode five digits
 * @param locality the name of the place, 1 to {@value #LONGEST_LINE} characters
 */
public record Address(String street, @Nullable String complement, String postcode, String locality) {
    /** The longest line, in characters. */
    public static final int LONGEST_LINE = 100;

    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");

    /**
     * Checks the lines and takes white space from their ends.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.too_large} or {@code input.malformed}
     */
    public Address {
        street = PlainLine.require(street, "address.street", LONGEST_LINE);
        complement = PlainLine.optional(complement, "address.complement", LONGEST_LINE);
        locality = PlainLine.require(locality, "address.locality", LONGEST_LINE);
        if (postcode == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, "address.postcode");
        }
        if (!POSTCODE.matcher(postcode).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "address.postcode", Map.of("expected", "02000"));
        }
    }

    /**
     * An address without a complement.
     *
     * @param street number and street
     * @param postcode five digits
     * @param locality the name of the place
     * @return the address
     * @throws InvalidInputException if a line is missing, too long or malformed
     */
    public static Address of(String street, String postcode, String locality) {
        return new Address(street, null, postcode, locality);
    }
}
