package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.Localized;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one place of an imported file.
 *
 * <p>Immutable and thread-safe.
 *
 * @param line the line of the file, from 1; the header is in line 1
 * @param column the name of the column, or null where the line as a whole is meant
 * @param value how the value begins, at most {@value #LONGEST_VALUE} characters, or null where none is meant
 * @param reason the code of the reason
 * @param facts the placeholder values of its text
 */
public record ImportProblem(
        int line, @Nullable String column, @Nullable String value, ErrorCode reason, Map<String, Object> facts)
        implements Localized {
    /** The most characters of a value that are shown. */
    public static final int LONGEST_VALUE = 40;

    /** Copies the facts and cuts the value. */
    public ImportProblem {
        facts = Map.copyOf(facts);
        value = value == null ? null : shown(value);
    }

    static ImportProblem inLine(int line, ErrorCode reason, Map<String, ?> facts) {
        return new ImportProblem(line, null, null, reason, new LinkedHashMap<>(facts));
    }

    /** What cannot be seen is shown as a space, so that no value turns the line of a log or page over. */
    private static String shown(String value) {
        StringBuilder shown = new StringBuilder();
        int end = value.length() <= LONGEST_VALUE ? value.length() : LONGEST_VALUE - 1;
        for (int i = 0; i < end; i++) {
            char character = value.charAt(i);
            boolean visible = !Character.isISOControl(character)
                    && Character.getType(character) != Character.FORMAT
                    && Character.getType(character) != Character.LINE_SEPARATOR
                    && Character.getType(character) != Character.PARAGRAPH_SEPARATOR
                    && !Character.isSurrogate(character);
            shown.append(visible ? character : ' ');
        }
        return end == value.length() ? shown.toString() : shown.append('…').toString();
    }

    /**
     * The problem for a person.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return line, column, value and reason
     */
    @Override
    public String text(Locale locale) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("line", line);
        all.put("reason", reason.text(locale, facts));
        String place = "territory.import.at_line";
        if (column != null) {
            all.put("column", column);
            place = "territory.import.at_column";
        }
        if (column != null && value != null && !value.isEmpty()) {
            all.put("value", value);
            place = "territory.import.at_value";
        }
        return TerritoryError.wording(place, locale, all);
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
