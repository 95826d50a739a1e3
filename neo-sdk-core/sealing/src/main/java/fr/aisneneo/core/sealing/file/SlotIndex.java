package fr.aisneneo.core.sealing.file;

import java.util.Arrays;
import java.util.UUID;
import java.util.function.IntConsumer;

/**
 * Which slots are about whom, in some 24 bytes a slot: a table of fingerprints with open addressing. A slot that is
 * found may be somebody else's of the same fingerprint, so whoever asks reads it and looks. Used under a lock.
 */
final class SlotIndex {
    private long[] fingerprints = new long[64];
    private int[] slots = new int[64];
    private int count;

    SlotIndex() {
        Arrays.fill(slots, -1);
    }

    void add(String tenant, UUID holder, int slot) {
        if (++count * 2 > slots.length) {
            grow();
        }
        put(fingerprint(tenant, holder), slot);
    }

    /** Every slot that may be about somebody, in no order. */
    void forEach(String tenant, UUID holder, IntConsumer each) {
        long wanted = fingerprint(tenant, holder);
        for (int place = place(wanted); slots[place] >= 0; place = (place + 1) & (slots.length - 1)) {
            if (fingerprints[place] == wanted) {
                each.accept(slots[place]);
            }
        }
    }

    private void put(long fingerprint, int slot) {
        int place = place(fingerprint);
        while (slots[place] >= 0) {
            place = (place + 1) & (slots.length - 1);
        }
        fingerprints[place] = fingerprint;
        slots[place] = slot;
    }

    private void grow() {
        long[] oldFingerprints = fingerprints;
        int[] oldSlots = slots;
        fingerprints = new long[oldSlots.length * 2];
        slots = new int[oldSlots.length * 2];
        Arrays.fill(slots, -1);
        for (int place = 0; place < oldSlots.length; place++) {
            if (oldSlots[place] >= 0) {
                put(oldFingerprints[place], oldSlots[place]);
            }
        }
    }

    private int place(long fingerprint) {
        return (int) (fingerprint >>> 32) & (slots.length - 1);
    }

    private static long fingerprint(String tenant, UUID holder) {
        long mixed = holder.getMostSignificantBits() * 31 + holder.getLeastSignificantBits();
        mixed = (mixed ^ tenant.hashCode()) * 0x9E3779B97F4A7C15L;
        return (mixed ^ (mixed >>> 29)) * 0xBF58476D1CE4E5B9L;
    }
}
