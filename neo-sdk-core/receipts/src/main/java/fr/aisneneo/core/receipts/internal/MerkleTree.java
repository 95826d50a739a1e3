package fr.aisneneo.core.receipts.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * The tree over the first so many leaves, and what it proves (RFC 9162, 2.1). Hashes of whole subtrees come from
 * outside; only those at the right edge, of which there are fewer than the tree has levels, are computed each time.
 *
 * @param size how many leaves
 * @param nodes gives the hashes of whole subtrees
 */
public record MerkleTree(long size, Nodes nodes) {
    /** Where the hashes of whole subtrees come from. */
    @FunctionalInterface
    public interface Nodes {
        /**
         * The hash over {@code 2^level} leaves.
         *
         * @param level 0 for leaves
         * @param index which one of that level, from the left, from 0
         * @return its hash
         */
        Hash node(int level, long index);
    }

    /**
     * The hash over all leaves.
     *
     * @return the root
     */
    public Hash root() {
        return size == 0 ? Hash.EMPTY : over(0, size);
    }

    /**
     * Shows that a leaf is in the tree.
     *
     * @param index which leaf, from 0
     * @return the hashes beside its way to the root, from below
     */
    public List<Hash> inclusion(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("Leaf " + index + " of " + size);
        }
        List<Hash> path = new ArrayList<>();
        inclusion(index, 0, size, path);
        return path;
    }

    private void inclusion(long index, long from, long to, List<Hash> path) {
        if (to - from > 1) {
            long middle = from + split(to - from);
            if (index < middle) {
                inclusion(index, from, middle, path);
                path.add(over(middle, to));
            } else {
                inclusion(index, middle, to, path);
                path.add(over(from, middle));
            }
        }
    }

    /**
     * Shows that the tree begins with an earlier one.
     *
     * @param earlier the size of the earlier one, 1 to {@link #size}
     * @return the hashes from which both roots follow; none for the same size
     */
    public List<Hash> consistency(long earlier) {
        if (earlier < 1 || earlier > size) {
            throw new IllegalArgumentException("Size " + earlier + " of " + size);
        }
        List<Hash> proof = new ArrayList<>();
        consistency(earlier, 0, size, true, proof);
        return proof;
    }

    private void consistency(long earlier, long from, long to, boolean whole, List<Hash> proof) {
        if (earlier == to - from) {
            if (!whole) {
                proof.add(over(from, to));
            }
            return;
        }
        long left = split(to - from);
        if (earlier <= left) {
            consistency(earlier, from, from + left, whole, proof);
            proof.add(over(from + left, to));
        } else {
            consistency(earlier - left, from + left, to, false, proof);
            proof.add(over(from, from + left));
        }
    }

    private Hash over(long from, long to) {
        long count = to - from;
        if (Long.bitCount(count) == 1) {
            int level = Long.numberOfTrailingZeros(count);
            return nodes.node(level, from >> level);
        }
        long middle = from + split(count);
        return Hash.node(over(from, middle), over(middle, to));
    }

    /** The largest power of two that is smaller. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }
}
