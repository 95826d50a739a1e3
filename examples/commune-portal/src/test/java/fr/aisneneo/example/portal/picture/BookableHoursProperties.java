package fr.aisneneo.example.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.calendar.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BookableHoursProperties {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    /** The evening before a clock change. */
    private static final Instant START = Instant.parse("2027-03-27T20:00:00Z");

    @Property
    void thePiecesFillWhatIsFreeAndNoneIsTooShort(
            @ForAll @IntRange(min = 0, max = 96) int from,
            @ForAll @IntRange(min = 1, max = 96) int length,
            @ForAll @IntRange(min = 1, max = 12) int shortest) {
        Interval free = Interval.of(START.plus(Duration.ofMinutes(15L * from)), Duration.ofMinutes(15L * length));
        Duration least = Duration.ofMinutes(15L * shortest);

        List<Interval> pieces = BookableHours.of(free, least, PARIS);

        if (free.duration().compareTo(least) < 0) {
            assertThat(pieces).isEmpty();
            return;
        }
        assertThat(pieces.get(0).start()).isEqualTo(free.start());
        assertThat(pieces.get(pieces.size() - 1).end()).isEqualTo(free.end());
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(pieces.get(i).duration()).isGreaterThanOrEqualTo(least);
            if (i > 0) {
                assertThat(pieces.get(i).start()).isEqualTo(pieces.get(i - 1).end());
                assertThat(pieces.get(i).start().atZone(PARIS).getMinute()).isZero();
            }
        }
    }
}
