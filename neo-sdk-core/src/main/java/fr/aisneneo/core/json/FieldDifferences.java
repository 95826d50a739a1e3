package fr.aisneneo.core.json;

import fr.aisneneo.core.json.internal.JsonLimits;
import fr.aisneneo.core.json.internal.Misfit;
import fr.aisneneo.core.json.internal.PlainReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Tells which fields of two JSON objects differ, without telling their values: what a command says that was repeated
 * with the same id and another body.
 *
 * <p>A path such as {@code slot.end} or {@code lines[2].price} names the deepest field that differs. A null and an
 * absent field are the same, {@code 1.0} and {@code 1} are the same number, the order of properties has no meaning.
 * Lists of different length differ as a whole.
 *
 * <p>For one comparison and one thread.
 */
public final class FieldDifferences {
    /** The most paths that are told; if more differ, the last one told is {@value #MORE}. */
    public static final int MOST = 20;
    /** Stands for the paths that are not told. */
    public static final String MORE = "…";

    private static final int LONGEST_NAME = 64;

    private final SortedSet<String> paths = new TreeSet<>();

    private FieldDifferences() {}

    /**
     * Compares.
     *
     * @param first JSON as UTF-8
     * @param second JSON as UTF-8
     * @return the paths that differ, sorted, at most {@value #MOST} and {@value #MORE}; {@code json} if the whole
     *     differs; empty if nothing does
     * @throws fr.aisneneo.core.error.InvalidInputException {@code json.malformed} if one is not JSON, or
     *     {@code input.too_large}
     */
    public static SortedSet<String> between(byte[] first, byte[] second) {
        FieldDifferences differences = new FieldDifferences();
        try {
            differences.compare("", PlainReader.read(first), PlainReader.read(second));
        } catch (Misfit e) {
            throw e.refusal();
        }
        return differences.paths;
    }

    private void compare(String path, @Nullable Object first, @Nullable Object second) {
        if (paths.size() > MOST) {
            return;
        }
        if (first instanceof Map<?, ?> a && second instanceof Map<?, ?> b) {
            Set<Object> names = new TreeSet<>(a.keySet());
            names.addAll(b.keySet());
            for (Object name : names) {
                compare(path.isEmpty() ? told(name) : path + "." + told(name), a.get(name), b.get(name));
            }
        } else if (first instanceof List<?> a && second instanceof List<?> b && a.size() == b.size()) {
            for (int i = 0; i < a.size(); i++) {
                compare(path + "[" + i + "]", a.get(i), b.get(i));
            }
        } else if (!same(first, second)) {
            paths.add(paths.size() == MOST ? MORE : path.isEmpty() ? JsonLimits.WHOLE : path);
        }
    }

    private static String told(Object name) {
        String text = name.toString();
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME) + MORE;
    }

    private static boolean same(@Nullable Object first, @Nullable Object second) {
        if (first instanceof BigDecimal a && second instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return Objects.equals(first, second);
    }
}
