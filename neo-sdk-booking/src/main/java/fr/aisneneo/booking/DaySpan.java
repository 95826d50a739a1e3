package fr.aisneneo.booking;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The days that a question is about, bounded for one space and for all spaces of a site together. */
record DaySpan(LocalDate first, int days) {
    /** The most days of one question. */
    static final int MOST_DAYS = 62;

    /** The most days of one question, counted for each space: a week of the largest site. */
    static final int MOST_SPACE_DAYS = 7 * SpaceRegister.MOST_SPACES;

    DaySpan {
        requireDays(days, MOST_DAYS);
        if (first.getYear() < 1 || first.getYear() > 9_998) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "from", Map.of("min", "0001-01-01", "max", "9998-12-31"));
        }
    }

    private static void requireDays(int days, int most) {
        if (days < 1 || days > most) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "days", Map.of("min", 1, "max", most));
        }
    }

    /** The same spaces, unless they are too many for so many days. */
    List<Venue> of(List<Venue> spaces) {
        if (!spaces.isEmpty()) {
            requireDays(days, MOST_SPACE_DAYS / spaces.size());
        }
        return spaces;
    }
}
