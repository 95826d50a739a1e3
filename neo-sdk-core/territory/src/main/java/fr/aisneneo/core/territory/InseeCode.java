package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.InvalidInputException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The code of a commune in INSEE's Code officiel géographique: the department and three digits (two overseas). It is no
 * postcode: {@code 02408} is Laon, whose postcode is {@code 02000}.
 *
 * <p>The form is checked, not whether there is such a commune: {@link Territory#commune(InseeCode)} knows that.
 *
 * @param value five characters, such as {@code 02408}, {@code 2A004} or {@code 97411}
 */
@JsonbTypeAdapter(InseeCode.Json.class)
public record InseeCode(String value) implements Comparable<InseeCode> {
    // Departments 01 to 95 without 20, which Corsica gave up for 2A and 2B in 1976; then the overseas codes.
    private static final Pattern FORM = Pattern.compile(
            "(?:(?:0[1-9]|1\\d|2[1-9AB]|[3-8]\\d|9[0-5])(?!000)\\d{3}" + "|97[1-8](?!00)\\d{2}|98[46-9](?!00)\\d{2})");

    /**
     * Checks the form.
     *
     * @throws InvalidInputException {@code territory.insee.malformed} for any other form
     */
    public InseeCode {
        if (!isCode(value)) {
            throw new InvalidInputException(TerritoryError.INSEE_MALFORMED, "insee", Map.of());
        }
    }

    /**
     * Reads a code that comes from outside.
     *
     * @param text the code, in its exact spelling
     * @param field the name of the field, for the refusal
     * @return the code
     * @throws InvalidInputException {@code territory.insee.malformed} if it is none
     */
    public static InseeCode parse(@Nullable String text, String field) {
        if (text == null || !isCode(text)) {
            throw new InvalidInputException(TerritoryError.INSEE_MALFORMED, field);
        }
        return new InseeCode(text);
    }

    private static boolean isCode(String text) {
        return text.length() == 5 && FORM.matcher(text).matches();
    }

    /**
     * The department.
     *
     * @return {@code 02}, {@code 2A}, or three digits overseas, such as {@code 974}
     */
    public String department() {
        return value.substring(0, value.startsWith("97") || value.startsWith("98") ? 3 : 2);
    }

    @Override
    public int compareTo(InseeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** Its JSON form: the plain text. Thread-safe. */
    public static final class Json implements JsonbAdapter<InseeCode, String> {

        /** For JSON-B. */
        public Json() {}

        @Override
        public String adaptToJson(InseeCode code) {
            return code.value();
        }

        @Override
        public InseeCode adaptFromJson(String text) {
            return new InseeCode(text);
        }
    }
}
