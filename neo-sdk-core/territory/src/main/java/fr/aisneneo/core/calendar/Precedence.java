package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which of several periods decides about a day that all of them hold. */
final class Precedence {
    private Precedence() {}

    /** The shorter first, then the one that starts later, then the one that ends earlier. */
    static <T> List<T> sort(
            Collection<T> periods,
            Function<T, @Nullable LocalDate> from,
            Function<T, @Nullable LocalDate> through,
            int limit,
            String field) {
        if (periods.size() > limit) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", limit));
        }
        List<T> sorted = periods.stream()
                .sorted(Comparator.<T>comparingLong(period -> days(from.apply(period), through.apply(period)))
                        .thenComparing(from, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(through, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (int i = 1; i < sorted.size(); i++) {
            LocalDate first = from.apply(sorted.get(i));
            LocalDate last = through.apply(sorted.get(i));
            if (Objects.equals(first, from.apply(sorted.get(i - 1)))
                    && Objects.equals(last, through.apply(sorted.get(i - 1)))) {
                throw new InvalidInputException(
                        CalendarError.DAYS_TWICE,
                        field,
                        Map.of("from", first == null ? "…" : first, "through", last == null ? "…" : last));
            }
        }
        return sorted;
    }

    private static long days(@Nullable LocalDate from, @Nullable LocalDate through) {
        return from == null || through == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(from, through);
    }
}
