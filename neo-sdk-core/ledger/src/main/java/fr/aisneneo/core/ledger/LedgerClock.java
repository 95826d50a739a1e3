package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.internal.kept.Micros;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The clock of the SDK, but for its steps backwards: what was seen to be over stays over. Thread-safe. */
final class LedgerClock {
    private final InstantSource clock;
    private final AtomicLong latest = new AtomicLong(Long.MIN_VALUE);

    LedgerClock(InstantSource clock) {
        this.clock = clock;
    }

    long now() {
        return latest.accumulateAndGet(Micros.of(clock.instant()), Math::max);
    }
}
