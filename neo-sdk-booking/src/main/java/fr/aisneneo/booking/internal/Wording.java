package fr.aisneneo.booking.internal;

import fr.aisneneo.core.error.MessageBundle;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says facts as people do: a date with its weekday, a duration in hours, an optional sentence where its fact is known.
 */
public final class Wording {
    private static final Duration DAY = Duration.ofDays(1);

    private Wording() {}

    /**
     * The sentence of a key, then for each fact a sentence of its own if the bundle has {@code key.fact}.
     *
     * @param texts the bundle
     * @param key the key
     * @param locale French for {@code fr}, English otherwise
     * @param facts the facts
     * @return the sentences
     */
    public static String text(MessageBundle texts, String key, Locale locale, Map<String, ?> facts) {
        Locale language = locale.getLanguage().equals("fr") ? Locale.FRENCH : Locale.ENGLISH;
        Map<String, Object> said = new LinkedHashMap<>();
        facts.forEach((name, value) -> said.put(name, say(value, language)));
        StringBuilder text = new StringBuilder(texts.text(key, language, said));
        facts.keySet().stream().sorted().forEach(name -> {
            String more = key + "." + name;
            if (texts.has(more)) {
                text.append(' ').append(texts.text(more, language, said));
            }
        });
        return text.toString();
    }

    private static Object say(@Nullable Object fact, Locale language) {
        if (fact instanceof LocalDate date) {
            return date.format(format("EEEE d MMMM yyyy", language));
        }
        if (fact instanceof LocalDateTime time) {
            String at = language.equals(Locale.FRENCH) ? "EEEE d MMMM yyyy 'à' HH:mm" : "EEEE d MMMM yyyy 'at' HH:mm";
            return time.format(format(at, language));
        }
        if (fact instanceof Duration duration) {
            return say(duration, language);
        }
        return String.valueOf(fact);
    }

    private static DateTimeFormatter format(String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language);
    }

    private static String say(Duration duration, Locale language) {
        if (duration.compareTo(DAY) > 0 && duration.toMinutes() % DAY.toMinutes() == 0) {
            return duration.toDays() + (language.equals(Locale.FRENCH) ? " jours" : " days");
        }
        List<String> parts = new ArrayList<>(2);
        if (duration.toHours() > 0) {
            parts.add(duration.toHours() + " h");
        }
        if (duration.toMinutesPart() > 0 || duration.toHours() == 0) {
            parts.add(duration.toMinutesPart() + " min");
        }
        return String.join(" ", parts);
    }
}
