package fr.aisneneo.core.tck;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Two threads that get the chance to stand at the same point at the same time. In an engine that lets one wait for the
 * other they cannot; so each goes on after a short while.
 */
final class Meeting {
    private final CountDownLatch both = new CountDownLatch(2);
    private final Duration chance;

    Meeting(Duration chance) {
        this.chance = chance;
    }

    void arrive() {
        both.countDown();
        try {
            boolean ignored = both.await(chance.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
