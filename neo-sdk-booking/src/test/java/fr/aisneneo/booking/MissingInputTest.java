package fr.aisneneo.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MissingInputTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void aRuleThatIsMissingIsNamed() {
        BookingRules rules = BookingRules.STANDARD;
        assertMissing("rules.before", () -> rules.buffers(null, HOUR));
        assertMissing("rules.after", () -> rules.buffers(HOUR, null));
        assertMissing("rules.shortest", () -> rules.lasting(null, HOUR));
        assertMissing("rules.longest", () -> rules.lasting(HOUR, null));
        assertMissing("rules.granularity", () -> rules.every(null));
    }

    @Test
    void whatIsMissingInASearchIsNamed() {
        Instant start = Instant.parse("2026-11-23T08:00:00Z");
        Interval window = new Interval(start, start.plus(HOUR));
        SpaceId space = new SpaceId(new UUID(1, 1));
        assertMissing("spaces", () -> new FreeSlotQuery(null, HOUR, 1, window));
        assertMissing("spaces", () -> new FreeSlotQuery(Arrays.asList(space, null), HOUR, 1, window));
        assertMissing("spaces", () -> FreeSlotQuery.of(null, HOUR, start, start.plus(HOUR)));
        assertMissing("duration", () -> new FreeSlotQuery(List.of(space), null, 1, window));
        assertMissing("window", () -> new FreeSlotQuery(List.of(space), HOUR, 1, null));
    }

    private static void assertMissing(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.required"))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }
}
