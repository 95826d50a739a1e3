package fr.aisneneo.core.plugin;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers with dots between them; missing ones count as zero, so {@code 1} equals {@code 1.0.0} in order. */
record DottedVersion(List<Integer> numbers) implements Comparable<DottedVersion> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,4}");
    private static final Pattern DOT = Pattern.compile("\\.");

    static @Nullable DottedVersion read(String text) {
        return FORM.matcher(text).matches()
                ? new DottedVersion(Arrays.stream(DOT.split(text, -1))
                        .map(Integer::parseInt)
                        .toList())
                : null;
    }

    @Override
    public int compareTo(DottedVersion other) {
        int length = Math.max(numbers.size(), other.numbers.size());
        for (int i = 0; i < length; i++) {
            int order = Integer.compare(at(i), other.at(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private int at(int position) {
        return position < numbers.size() ? numbers.get(position) : 0;
    }
}
