package fr.aisneneo.core.internal.plugin;

import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names for where code came from: the last two names of a path, which help a person and tell nothing of the machine.
 */
public final class Locations {
    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\!]+");
    private static final Pattern PLACE =
            Pattern.compile("(?:[a-z]+:)*[a-z]+:/\\S*|(?<![\\w.])/(?:[^\\s/:]+/)+[^\\s:]*");
    private static final int LONGEST = 300;

    private Locations() {}

    /** The jar or directory of a class; the name of its module or package where it has none. */
    public static String of(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place != null && !place.getProtocol().equals("jrt")) {
            return last(place.getPath());
        }
        String module = type.getModule().getName();
        return module == null ? type.getPackageName() : module;
    }

    /** The jar or directory that holds a resource. */
    public static String of(URL resource, String path) {
        String text = resource.getPath();
        return last(text.endsWith(path) ? text.substring(0, text.length() - path.length()) : text);
    }

    public static String of(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        int names = whole.getNameCount();
        return names < 2 ? whole.toString() : last(whole.toString());
    }

    public static String of(@Nullable URI place) {
        return place == null ? "" : last(place.getSchemeSpecificPart());
    }

    static String last(String path) {
        List<String> names = Arrays.stream(SEPARATOR.split(path))
                .filter(name -> !name.isEmpty())
                .toList();
        return String.join("/", names.subList(Math.max(0, names.size() - 2), names.size()));
    }

    /** What the JDK says went wrong with a jar: the message, and that of its deepest cause. */
    public static String reason(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        String first = Objects.requireNonNullElse(thrown.getMessage(), thrown.toString());
        String last = Objects.requireNonNullElse(deepest.getMessage(), deepest.toString());
        return shortened(first.contains(last) ? first : first + ": " + last);
    }

    /** A message of the JDK with its places shortened, on one line, without a final stop, at most 300 characters. */
    public static String shortened(String message) {
        String text = PLACE.matcher(message)
                .replaceAll(place -> Matcher.quoteReplacement(last(place.group())))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return cut.endsWith(".") ? cut.substring(0, cut.length() - 1) : cut;
    }
}
