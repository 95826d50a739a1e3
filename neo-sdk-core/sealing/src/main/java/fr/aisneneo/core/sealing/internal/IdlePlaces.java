package fr.aisneneo.core.sealing.internal;

import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Objects that are costly to make and to set up for a key. Each waits in one of a few places that its key chooses, so
 * that the same key finds it again; if none of that key is idle, another is set up anew, and only as long as there are
 * free places one is made. There are never more idle ones than places. Thread-safe.
 */
final class IdlePlaces<P> {
    private static final int GROUPS = 64;
    private static final int GROUP = 4;

    private final AtomicReferenceArray<@Nullable Idle<P>> places = new AtomicReferenceArray<>(GROUPS * GROUP);
    private final Make<P> make;

    IdlePlaces(Make<P> make) {
        this.make = make;
    }

    /** How one is made. */
    interface Make<P> {
        P make() throws GeneralSecurityException;
    }

    private record Idle<P>(int keyHash, P object) {}

    <R> R with(int keyHash, Primitives.Use<P, R> use) throws GeneralSecurityException {
        int group = Math.floorMod(keyHash, GROUPS) * GROUP;
        P taken = take(group, keyHash);
        R result = use.apply(taken);
        // One that failed is not used again.
        leave(group, new Idle<>(keyHash, taken));
        return result;
    }

    private P take(int group, int keyHash) throws GeneralSecurityException {
        boolean room = false;
        for (int place = group; place < group + GROUP; place++) {
            Idle<P> idle = places.get(place);
            room |= idle == null;
            if (idle != null && idle.keyHash() == keyHash && places.compareAndSet(place, idle, null)) {
                return idle.object();
            }
        }
        Idle<P> other = room ? null : places.getAndSet(group, null);
        return other == null ? make.make() : other.object();
    }

    private void leave(int group, Idle<P> idle) {
        for (int place = group; place < group + GROUP; place++) {
            if (places.compareAndSet(place, null, idle)) {
                return;
            }
        }
    }

    void clear() {
        for (int place = 0; place < places.length(); place++) {
            places.set(place, null);
        }
    }
}
