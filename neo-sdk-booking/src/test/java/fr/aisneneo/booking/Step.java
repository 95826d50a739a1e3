package fr.aisneneo.booking;

import java.time.Duration;
import java.util.List;

/**
 * One thing that the random sequences do; spaces and reservations by number, times in minutes that pass from the start.
 */
sealed interface Step {
    /** Reserves; times in quarters of an hour that the clock on the wall shows since midnight of the first day. */
    record Reserve(int space, int start, int end, int quantity) implements Step {}

    /** Reserves again what was reserved before. */
    record Repeat(int reservation) implements Step {}

    /** Cancels. */
    record Cancel(int reservation) implements Step {}

    /** Looks for a slot. */
    record Search(List<Integer> spaces, Duration duration, int quantity, int start, int length) implements Step {}

    /** Looks at some days. */
    record Look(int space, int day, int days) implements Step {}

    /** Changes the number of places and the buffers. */
    record Change(int space, int capacity, int before, int after) implements Step {}
}
