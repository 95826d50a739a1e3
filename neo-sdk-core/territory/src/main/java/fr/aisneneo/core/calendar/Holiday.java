package fr.aisneneo.core.calendar;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A public holiday on its date.
 *
 * <p>Immutable and thread-safe.
 *
 * @param date the day
 * @param key a stable key within its calendar, such as {@code easter-monday}
 * @param french its French name
 * @param english its English name
 */
public record Holiday(LocalDate date, String key, String french, String english) {

    /**
     * Its name.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return the name in that language
     */
    public String name(Locale locale) {
        return locale.getLanguage().equals("fr") ? french : english;
    }
}
