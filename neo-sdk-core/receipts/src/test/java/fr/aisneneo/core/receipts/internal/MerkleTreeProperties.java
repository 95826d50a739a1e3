package fr.aisneneo.core.receipts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Proofs hold, by the algorithms of RFC 9162 for those who check them. */
class MerkleTreeProperties {
    private static Hash leaf(long index) {
        return Hash.leaf(Long.toString(index).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    private static Hash node(int level, long index) {
        return level == 0 ? leaf(index) : Hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    private static MerkleTree tree(long size) {
        return new MerkleTree(size, MerkleTreeProperties::node);
    }

    @Property(tries = 200)
    void everyLeafIsProvedAndNoOther(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll int any) {
        long index = Math.floorMod(any, size);
        List<Hash> path = tree(size).inclusion(index);
        assertThat(root(leaf(index), index, size, path)).isEqualTo(tree(size).root());
        assertThat(root(leaf(index + 1), index, size, path))
                .isNotEqualTo(tree(size).root());
    }

    /** RFC 9162, 2.1.3.2. */
    private static Hash root(Hash leaf, long index, long size, List<Hash> path) {
        long node = index;
        long last = size - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if ((node & 1) == 1 || node == last) {
                hash = Hash.node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Hash.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        assertThat(last).isZero();
        return hash;
    }

    @Property(tries = 200)
    void everyEarlierTreeIsProved(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll int any) {
        long earlier = 1L + Math.floorMod(any, size);
        List<Hash> proof = tree(size).consistency(earlier);
        if (earlier == size) {
            assertThat(proof).isEmpty();
        } else {
            assertConsistent(earlier, size, proof);
        }
    }

    /** RFC 9162, 2.1.4.2. */
    private static void assertConsistent(long earlier, long size, List<Hash> proof) {
        List<Hash> hashes = new ArrayList<>(proof);
        if (Long.bitCount(earlier) == 1) {
            hashes.add(0, tree(earlier).root());
        }
        long node = earlier - 1;
        long last = size - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        Iterator<Hash> next = hashes.iterator();
        Hash old = next.next();
        Hash now = old;
        while (next.hasNext()) {
            Hash hash = next.next();
            assertThat(last).isNotZero();
            if ((node & 1) == 1 || node == last) {
                old = Hash.node(hash, old);
                now = Hash.node(hash, now);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                now = Hash.node(now, hash);
            }
            node >>= 1;
            last >>= 1;
        }
        assertThat(last).isZero();
        assertThat(old).isEqualTo(tree(earlier).root());
        assertThat(now).isEqualTo(tree(size).root());
    }
}
