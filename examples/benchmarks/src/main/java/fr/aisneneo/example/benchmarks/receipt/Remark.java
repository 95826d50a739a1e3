package fr.aisneneo.example.benchmarks.receipt;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;

/**
 * What the events are about: of the size of a booking's.
 *
 * @param number which one
 * @param text what it says
 */
public record Remark(long number, String text) {
    /** Its kind of event. */
    public static final EventType<Remark> MADE = new EventType<>("benchmarks.remark.made", Remark.class);

    private static final String TEXT = "a".repeat(200);

    /**
     * One of them.
     *
     * @param number which one
     * @return the remark
     */
    public static Remark of(long number) {
        return new Remark(number, TEXT);
    }

    /**
     * What it is about.
     *
     * @return one of a thousand things
     */
    public Aggregate aggregate() {
        return new Aggregate("remark", Long.toString(number % 1_000));
    }
}
