package fr.aisneneo.core.receipts;

import static fr.aisneneo.core.receipts.Town.LAON;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.receipts.internal.Hash;
import fr.aisneneo.core.receipts.internal.MerkleTree;
import fr.aisneneo.core.storage.Contention;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A tree that is kept is the tree that is computed. */
class TilesProperties {
    private static Hash leaf(long index) {
        return Hash.leaf(Long.toString(index).getBytes(StandardCharsets.US_ASCII));
    }

    private static Hash node(int level, long index) {
        return level == 0 ? leaf(index) : Hash.node(node(level - 1, 2 * index), node(level - 1, 2 * index + 1));
    }

    @Property(tries = 30)
    void aTreeInTilesIsTheSameHoweverItGrew(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 700) Integer> batches) {
        try (Neo neo = Neo.open("memory:")) {
            neo.store().declare(Tiles.COLLECTION);
            long size = 0;
            for (int batch : batches) {
                long before = size;
                Hash root = neo.store().write(Contention.none(), tx -> {
                    Tiles tiles = new Tiles(tx.documents(Tiles.COLLECTION, LAON));
                    byte[] leaves = new byte[batch * Hash.LENGTH];
                    for (int leaf = 0; leaf < batch; leaf++) {
                        System.arraycopy(leaf(before + leaf).bytes(), 0, leaves, leaf * Hash.LENGTH, Hash.LENGTH);
                    }
                    tiles.append(before, leaves);
                    return new MerkleTree(before + batch, tiles).root();
                });
                size += batch;
                assertThat(root).isEqualTo(new MerkleTree(size, TilesProperties::node).root());
            }
        }
    }
}
