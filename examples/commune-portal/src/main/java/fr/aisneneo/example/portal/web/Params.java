package fr.aisneneo.example.portal.web;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what stands in addresses, forms and JSON, and says what is wrong with it. */
public final class Params {
    private Params() {}

    /**
     * A text that has to be there.
     *
     * @throws InvalidInputException {@code input.required}
     */
    public static String required(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
        return text.strip();
    }

    /**
     * A date within bounds.
     *
     * @param text the date as in ISO 8601
     * @param field what it is called
     * @param min the first date that is taken
     * @param max the last one
     * @throws InvalidInputException {@code input.malformed}, {@code input.out_of_range}
     */
    public static LocalDate date(String text, String field, LocalDate min, LocalDate max) {
        LocalDate date;
        try {
            date = LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, field, Map.of("expected", "2026-11-24"));
        }
        if (date.isBefore(min) || date.isAfter(max)) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
        return date;
    }

    /**
     * A whole number within bounds.
     *
     * @param text the number in decimal digits
     * @param field what it is called
     * @param min the least that is taken
     * @param max the most
     * @throws InvalidInputException {@code input.malformed}, {@code input.out_of_range}
     */
    public static int integer(String text, String field, int min, int max) {
        if (!text.strip().matches("-?[0-9]{1,9}")) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, field, Map.of("expected", Integer.toString(min)));
        }
        int number = Integer.parseInt(text.strip());
        if (number < min || number > max) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
        return number;
    }
}
