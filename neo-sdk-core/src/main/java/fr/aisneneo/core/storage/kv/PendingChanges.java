package fr.aisneneo.core.storage.kv;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A transaction's own writes over the state it began with; a null value is a removal. Remembers how to take them back.
 */
final class PendingChanges implements KeyValues {
    /** A command reads a few documents; one that goes through thousands does not come back to them. */
    private static final int REMEMBERED = 64;

    private static final int LONGEST_REMEMBERED = 64 << 10;

    private final KeyValues base;
    private final NavigableMap<byte[], byte @Nullable []> changes = new TreeMap<>(Arrays::compareUnsigned);
    private final List<Undo> undos = new ArrayList<>();
    /** Whether there may be one: then a key without a value may be that of a change. */
    private boolean removals;
    /** What the base said, which stays so: a command looks at what it writes several times. */
    private final Map<ByteBuffer, Optional<byte[]>> read = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Undo(byte[] key, boolean wasChanged, byte @Nullable [] value) {}

    PendingChanges(KeyValues base) {
        this.base = base;
    }

    SortedMap<byte[], byte @Nullable []> all() {
        return changes;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    void put(byte[] key, byte @Nullable [] value) {
        int size = changes.size();
        byte[] before = changes.put(key, value);
        undos.add(new Undo(key, changes.size() == size, before));
        removals |= value == null;
    }

    int mark() {
        return undos.size();
    }

    void backTo(int mark) {
        for (int last = undos.size() - 1; last >= mark; last--) {
            Undo undo = undos.remove(last);
            if (undo.wasChanged()) {
                changes.put(undo.key(), undo.value());
            } else {
                changes.remove(undo.key());
            }
        }
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        byte[] changed = changes.get(key);
        return changed != null || (removals && changes.containsKey(key)) ? changed : base(key);
    }

    private byte @Nullable [] base(byte[] key) {
        ByteBuffer name = ByteBuffer.wrap(key);
        Optional<byte[]> known = read.get(name);
        if (known == null) {
            known = Optional.ofNullable(base.get(key));
            if (read.size() < REMEMBERED && known.map(value -> value.length).orElse(0) <= LONGEST_REMEMBERED) {
                read.put(name, known);
            }
        }
        return known.orElse(null);
    }

    @Override
    public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return new Merged(Collections.emptyIterator(), base.scan(from, from, descending), descending);
        }
        NavigableMap<byte[], byte @Nullable []> range = changes.subMap(from, true, to, false);
        if (range.isEmpty()) {
            return base.scan(from, to, descending);
        }
        NavigableMap<byte[], byte @Nullable []> ordered = descending ? range.descendingMap() : range;
        return new Merged(ordered.entrySet().iterator(), base.scan(from, to, descending), descending);
    }

    /** Both in one order; of two entries with one key the change wins. */
    private static final class Merged implements KeyValueCursor {
        private final Iterator<Map.Entry<byte[], byte @Nullable []>> changes;
        private final KeyValueCursor base;
        private final boolean descending;
        private Map.@Nullable Entry<byte[], byte @Nullable []> change;
        private boolean baseHere;
        private byte[] key = {};
        private byte[] value = {};

        Merged(Iterator<Map.Entry<byte[], byte @Nullable []>> changes, KeyValueCursor base, boolean descending) {
            this.changes = changes;
            this.base = base;
            this.descending = descending;
            this.change = changes.hasNext() ? changes.next() : null;
            this.baseHere = base.next();
        }

        @Override
        public boolean next() {
            while (true) {
                Map.Entry<byte[], byte @Nullable []> ours = change;
                if (ours == null && !baseHere) {
                    return false;
                }
                int order = ours == null ? 1 : !baseHere ? -1 : compare(ours.getKey(), base.key());
                if (ours == null || order > 0) {
                    key = base.key();
                    value = base.value();
                    baseHere = base.next();
                    return true;
                }
                if (order == 0) {
                    baseHere = base.next();
                }
                change = changes.hasNext() ? changes.next() : null;
                byte[] changed = ours.getValue();
                if (changed != null) {
                    key = ours.getKey();
                    value = changed;
                    return true;
                }
            }
        }

        private int compare(byte[] ours, byte[] theirs) {
            int order = Arrays.compareUnsigned(ours, theirs);
            return descending ? -order : order;
        }

        @Override
        public byte[] key() {
            return key;
        }

        @Override
        public byte[] value() {
            return value;
        }

        @Override
        public void close() {
            base.close();
        }
    }
}
