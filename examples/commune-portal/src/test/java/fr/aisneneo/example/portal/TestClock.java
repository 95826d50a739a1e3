package fr.aisneneo.example.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. */
public final class TestClock implements InstantSource {
    /** A Monday at 7 o'clock in Paris, before anything opens. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);

    @Override
    public Instant instant() {
        return now.get();
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
