package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The clock of the SDK, but for its steps backwards: what was seen to be over stays over, whichever ledger of the same
 * SDK saw it. Thread-safe.
 */
final class LedgerClock {
    /**
     * The latest instant that was seen of each open SDK, which has no place of its own for it. An SDK that nobody holds
     * any more is not held here either: a number refers to nothing.
     */
    private static final Map<Neo, AtomicLong> SEEN = Collections.synchronizedMap(new WeakHashMap<>());

    private final InstantSource clock;
    private final AtomicLong latest;

    LedgerClock(Neo neo) {
        this.clock = neo.clock();
        this.latest = SEEN.computeIfAbsent(neo, opened -> new AtomicLong(Long.MIN_VALUE));
    }

    long now() {
        return latest.accumulateAndGet(Micros.of(clock.instant()), Math::max);
    }
}
