package fr.aisneneo.example.benchmarks.booking;

import java.time.LocalDateTime;

/**
 * What somebody wants: a space for an hour.
 *
 * @param space which space, from 0
 * @param start when it starts, on the clock of {@link Wishes#ZONE}
 * @param holder for whom, from 0
 */
record Wish(int space, LocalDateTime start, int holder) {
    LocalDateTime end() {
        return start.plusHours(1);
    }
}
