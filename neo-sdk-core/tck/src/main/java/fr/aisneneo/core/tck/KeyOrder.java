package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.IndexKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** The order of index tuples, as the contract says it and written without regard to speed. */
final class KeyOrder {
    /** Texts by code point. */
    static final Comparator<String> TEXTS = KeyOrder::byCodePoint;
    /** Tuples part by part; a prefix stands before what it starts. */
    static final Comparator<IndexKey> TUPLES = KeyOrder::byParts;

    private KeyOrder() {}

    private static int byCodePoint(String left, String right) {
        int[] ours = left.codePoints().toArray();
        int[] theirs = right.codePoints().toArray();
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            if (ours[i] != theirs[i]) {
                return Integer.compare(ours[i], theirs[i]);
            }
        }
        return Integer.compare(ours.length, theirs.length);
    }

    private static int byParts(IndexKey left, IndexKey right) {
        List<Object> ours = left.values();
        List<Object> theirs = right.values();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            int order = byValue(ours.get(i), theirs.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(ours.size(), theirs.size());
    }

    private static int byValue(Object left, Object right) {
        if (left instanceof String ours && right instanceof String theirs) {
            return byCodePoint(ours, theirs);
        }
        if (left instanceof Long ours && right instanceof Long theirs) {
            return ours.compareTo(theirs);
        }
        if (left instanceof Instant ours && right instanceof Instant theirs) {
            return ours.compareTo(theirs);
        }
        if (left instanceof Boolean ours && right instanceof Boolean theirs) {
            return ours.compareTo(theirs);
        }
        throw new IllegalArgumentException("Not of one key type: " + left + ", " + right);
    }

    /** Whether a tuple starts with the values of another one. */
    static boolean startsWith(IndexKey key, IndexKey prefix) {
        return key.values().size() >= prefix.values().size()
                && key.values().subList(0, prefix.values().size()).equals(prefix.values());
    }
}
