package fr.aisneneo.core.party;

import fr.aisneneo.core.error.InvalidInputException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The number that INSEE's SIRENE register gives an organisation: nine digits, the last one a check digit (Luhn, ISO/IEC
 * 7812-1).
 *
 * @param value nine digits without spaces, such as {@code 210203873}
 */
@JsonbTypeAdapter(Siren.Json.class)
public record Siren(String value) {
    private static final int LENGTH = 9;

    /**
     * Checks the form and the check digit.
     *
     * @throws InvalidInputException {@code party.siren.malformed} or {@code party.siren.check_digit}
     */
    public Siren {
        check(value, "siren");
    }

    /**
     * Reads a number that comes from outside.
     *
     * @param text nine digits
     * @param field the name of the field, for the refusal
     * @return the number
     * @throws InvalidInputException {@code party.siren.malformed} or {@code party.siren.check_digit}
     */
    public static Siren parse(@Nullable String text, String field) {
        return new Siren(check(text, field));
    }

    private static String check(@Nullable String text, String field) {
        if (text == null || text.length() != LENGTH) {
            throw new InvalidInputException(PartyError.SIREN_MALFORMED, field);
        }
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new InvalidInputException(PartyError.SIREN_MALFORMED, field);
            }
            // Every second digit from the right counts twice, a result of two digits as their sum.
            int weighed = i % 2 == 1 ? digit * 2 : digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        if (sum % 10 != 0 || sum == 0) {
            throw new InvalidInputException(PartyError.SIREN_CHECK_DIGIT, field);
        }
        return text;
    }

    @Override
    public String toString() {
        return value;
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json implements JsonbAdapter<Siren, String> {

        /** For JSON-B. */
        public Json() {}

        @Override
        public String adaptToJson(Siren number) {
            return number.value();
        }

        @Override
        public Siren adaptFromJson(String text) {
            return new Siren(text);
        }
    }
}
