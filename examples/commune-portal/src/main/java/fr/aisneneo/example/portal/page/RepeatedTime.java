package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.wording.FrenchTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time in the form that comes twice, in the night when the clock goes back: which one is meant has to be said.
 *
 * @param field the field that it stands in
 * @param name the name of the choice
 * @param label what the field is called
 * @param time the time
 * @param second whether the second one is chosen, or null if none is yet
 */
public record RepeatedTime(
        String field,
        String name,
        String label,
        LocalTime time,
        @Nullable Boolean second) {
    /** What the form sends for the first one. */
    public static final String FIRST = "non";

    /** What the form sends for the second one. */
    public static final String SECOND = "oui";

    /** The question. */
    public String legend() {
        return label + " à " + FrenchTime.time(time) + " : laquelle des deux fois ?";
    }

    /** Whether the first one is chosen. */
    public boolean firstChosen() {
        return Boolean.FALSE.equals(second);
    }

    /** Whether the second one is chosen. */
    public boolean secondChosen() {
        return Boolean.TRUE.equals(second);
    }
}
