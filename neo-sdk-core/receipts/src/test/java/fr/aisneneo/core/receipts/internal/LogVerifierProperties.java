package fr.aisneneo.core.receipts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.receipts.verifier.LogVerifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whoever has all leaves comes to the root of the tree, and with others to another one. */
class LogVerifierProperties {
    private static List<byte[]> leaves(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            byte[] leaf = new byte[8 + random.nextInt(200)];
            random.nextBytes(leaf);
            leaves.add(leaf);
        }
        return leaves;
    }

    private static LogVerifier over(List<byte[]> leaves) {
        LogVerifier log = new LogVerifier();
        leaves.forEach(log::add);
        return log;
    }

    private static Hash node(List<byte[]> leaves, int level, long index) {
        return level == 0
                ? Hash.leaf(leaves.get((int) index))
                : Hash.node(node(leaves, level - 1, 2 * index), node(leaves, level - 1, 2 * index + 1));
    }

    @Property(tries = 200)
    void theRootIsThatOfTheTreeAtEverySize(@ForAll @IntRange(max = 600) int size, @ForAll long seed) {
        List<byte[]> leaves = leaves(size, seed);
        LogVerifier log = new LogVerifier();
        int half = size / 2;
        leaves.subList(0, half).forEach(log::add);
        assertThat(log.root()).isEqualTo(root(leaves, half));
        leaves.subList(half, size).forEach(log::add);
        assertThat(log.size()).isEqualTo(size);
        assertThat(log.root()).isEqualTo(root(leaves, size)).isEqualTo(log.root());
    }

    private static byte[] root(List<byte[]> leaves, int size) {
        return new MerkleTree(size, (level, index) -> node(leaves, level, index))
                .root()
                .bytes();
    }

    @Property(tries = 200)
    void aLeafThatIsAlteredMissingAddedOrExchangedGivesAnotherRoot(
            @ForAll @IntRange(min = 2, max = 300) int size, @ForAll long seed, @ForAll int any) {
        List<byte[]> leaves = leaves(size, seed);
        byte[] root = over(leaves).root();
        int index = Math.floorMod(any, size);
        int other = (index + 1 + Math.floorMod(any >> 8, size - 1)) % size;

        List<byte[]> altered = new ArrayList<>(leaves);
        altered.set(index, leaves.get(index).clone());
        altered.get(index)[Math.floorMod(any >> 16, altered.get(index).length)] ^= 1;
        List<byte[]> missing = new ArrayList<>(leaves);
        missing.remove(index);
        List<byte[]> added = new ArrayList<>(leaves);
        added.add(index, leaves.get(index));
        List<byte[]> exchanged = new ArrayList<>(leaves);
        Collections.swap(exchanged, index, other);
        for (List<byte[]> wrong : List.of(altered, missing, added, exchanged)) {
            assertThat(over(wrong).root()).isNotEqualTo(root);
        }
    }
}
