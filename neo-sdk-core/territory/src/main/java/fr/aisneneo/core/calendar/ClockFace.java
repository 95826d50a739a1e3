package fr.aisneneo.core.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;

/**
 * When the clock on the wall first shows a local time or has passed it: a mapping that never goes backwards, so that
 * ranges without overlap stay without overlap, and days are 23, 24 or 25 hours long.
 */
final class ClockFace {
    private ClockFace() {}

    /** A time that happens twice is its first one; a time that is skipped is the instant of the skip. */
    static Instant instant(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(time);
            return gap.getInstant();
        }
        return time.toInstant(offsets.get(0));
    }
}
