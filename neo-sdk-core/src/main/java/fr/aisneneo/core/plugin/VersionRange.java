package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the SDK API that a plugin works with, written as a <a
 * href="https://maven.apache.org/pom.html#Dependency_Version_Requirement_Specification">Maven version range</a>:
 * {@code [0.1,0.2)} from 0.1 up to but not including 0.2, {@code [1.0]} exactly 1.0, {@code [1.2,)} 1.2 and later,
 * {@code (,1.0],[1.2,)} up to 1.0 or from 1.2 on.
 *
 * <p>Narrower than Maven in two points, so that nobody reads a range differently than it works: versions are one to
 * five numbers with dots between them, without qualifiers ({@code 1} equals {@code 1.0}); and a version without
 * brackets, which Maven takes for "any version, this one preferred", is refused. At most 10 intervals.
 *
 * <p>Immutable and thread-safe.
 */
public final class VersionRange {
    private static final int MOST_INTERVALS = 10;
    private static final int LONGEST = 200;

    private final String text;
    private final List<Interval> intervals;

    private VersionRange(String text, List<Interval> intervals) {
        this.text = text;
        this.intervals = List.copyOf(intervals);
    }

    /**
     * Reads a range.
     *
     * @param text the range
     * @return the range
     * @throws InvalidInputException {@code input.malformed}, field {@code sdkRange}, if it cannot be read or holds an
     *     interval without any version
     */
    public static VersionRange parse(String text) {
        List<Interval> intervals = new ArrayList<>();
        int from = 0;
        while (from < text.length() && text.length() <= LONGEST && intervals.size() < MOST_INTERVALS) {
            int close = text.indexOf(']', from);
            int open = text.indexOf(')', from);
            int end = close < 0 ? open : open < 0 ? close : Math.min(close, open);
            Interval interval = end < 0 ? null : Interval.read(text.substring(from, end + 1));
            if (interval == null) {
                throw malformed();
            }
            intervals.add(interval);
            if (end + 1 == text.length()) {
                return new VersionRange(text, intervals);
            }
            if (text.charAt(end + 1) != ',') {
                throw malformed();
            }
            from = end + 2;
        }
        throw malformed();
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(
                CoreError.INPUT_MALFORMED, "sdkRange", Map.of("expected", "a Maven range such as [0.1,0.2)"));
    }

    /**
     * Whether a version lies in this range.
     *
     * @param version one to five numbers with dots between them
     * @return true if it does
     * @throws InvalidInputException {@code input.malformed}, field {@code version}, for another form
     */
    public boolean contains(String version) {
        DottedVersion read = DottedVersion.read(version);
        if (read == null) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "version", Map.of("expected", "0.1.0"));
        }
        return intervals.stream().anyMatch(interval -> interval.contains(read));
    }

    /**
     * The range as it was written.
     *
     * @return the text
     */
    @Override
    public String toString() {
        return text;
    }

    private record Interval(
            @Nullable DottedVersion low,
            boolean withLow,
            @Nullable DottedVersion high,
            boolean withHigh) {

        static @Nullable Interval read(String text) {
            boolean withLow = text.startsWith("[");
            if (!withLow && !text.startsWith("(")) {
                return null;
            }
            boolean withHigh = text.endsWith("]");
            String inside = text.substring(1, text.length() - 1);
            int comma = inside.indexOf(',');
            if (comma < 0) {
                DottedVersion only = DottedVersion.read(inside.strip());
                return only != null && withLow && withHigh ? new Interval(only, true, only, true) : null;
            }
            String lowText = inside.substring(0, comma).strip();
            String highText = inside.substring(comma + 1).strip();
            DottedVersion low = DottedVersion.read(lowText);
            DottedVersion high = DottedVersion.read(highText);
            boolean readable = (low != null || (lowText.isEmpty() && !withLow))
                    && (high != null || (highText.isEmpty() && !withHigh));
            return readable && notEmpty(low, high, withLow && withHigh)
                    ? new Interval(low, withLow, high, withHigh)
                    : null;
        }

        private static boolean notEmpty(@Nullable DottedVersion low, @Nullable DottedVersion high, boolean closed) {
            if (low == null || high == null) {
                return true;
            }
            int order = low.compareTo(high);
            return order < 0 || (order == 0 && closed);
        }

        boolean contains(DottedVersion version) {
            return (low == null || low.compareTo(version) < (withLow ? 1 : 0))
                    && (high == null || version.compareTo(high) < (withHigh ? 1 : 0));
        }
    }
}
