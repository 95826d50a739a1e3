package fr.aisneneo.core.receipts;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.receipts.internal.Hash;
import fr.aisneneo.core.receipts.internal.MerkleTree;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The hashes of a tenant's tree, 256 in a document: tiles of eight levels, as C2SP's tlog-tiles has them. Tile
 * {@code n} of level {@code L} holds the hashes over {@code 256^L} leaves, from number {@code 256 n} on; the last one
 * of a level may be short. Used by one thread within one transaction; what was read or written is remembered until its
 * end.
 */
final class Tiles implements MerkleTree.Nodes {
    /** Hashes in a whole tile. */
    public static final int WIDTH = 256;

    private static final int HEIGHT = 8;

    /**
     * A tile as it is kept.
     *
     * @param id level and number
     * @param hashes its hashes, one after the other
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Tile(String id, byte[] hashes) {}

    /** Where tiles are kept. */
    public static final DocumentCollection<Tile> COLLECTION = DocumentCollection.binary(
                    "receipt_tile", Tile.class, Tile::id, new TileCodec())
            .build();

    private final Documents<Tile> documents;
    private final Map<String, Optional<Document<Tile>>> known = new HashMap<>();

    /**
     * The tiles of a tenant.
     *
     * @param documents its documents of {@link #COLLECTION}
     */
    public Tiles(Documents<Tile> documents) {
        this.documents = documents;
    }

    private static String id(int level, long number) {
        return level + "-" + number;
    }

    private Optional<Document<Tile>> find(int level, long number) {
        return known.computeIfAbsent(id(level, number), documents::get);
    }

    /**
     * The hashes of a tile.
     *
     * @param level its level
     * @param number its number
     * @return 32 bytes for each hash that it has
     */
    public byte[] hashes(int level, long number) {
        return find(level, number).map(tile -> tile.value().hashes()).orElseGet(() -> new byte[0]);
    }

    @Override
    public Hash node(int level, long index) {
        int tileLevel = level / HEIGHT;
        int within = level % HEIGHT;
        long first = index << within;
        byte[] hashes = hashes(tileLevel, first / WIDTH);
        int from = (int) (first % WIDTH);
        return over(hashes, from, 1 << within, id(tileLevel, first / WIDTH));
    }

    private static Hash over(byte[] hashes, int from, int count, String tile) {
        if (count > 1) {
            int half = count / 2;
            return Hash.node(over(hashes, from, half, tile), over(hashes, from + half, half, tile));
        }
        if ((from + 1) * Hash.LENGTH > hashes.length) {
            throw new StorageException(ReceiptsError.TREE_DAMAGED, Map.of("where", "tile " + tile));
        }
        return new Hash(Arrays.copyOfRange(hashes, from * Hash.LENGTH, (from + 1) * Hash.LENGTH));
    }

    /** The hash over a whole tile, from the hashes in it. */
    Hash overTile(int level, long number) {
        return over(hashes(level, number), 0, WIDTH, id(level, number));
    }

    /**
     * Adds leaves at the right edge, and what they complete above.
     *
     * @param size how many leaves there were
     * @param leaves the hashes of the new ones, one after the other
     */
    public void append(long size, byte[] leaves) {
        append(0, size, leaves);
    }

    private void append(int level, long size, byte[] hashes) {
        long next = size;
        int done = 0;
        ByteArrayOutputStream completed = new ByteArrayOutputStream();
        while (done < hashes.length) {
            long number = next / WIDTH;
            byte[] before = hashes(level, number);
            if (before.length != (next % WIDTH) * Hash.LENGTH) {
                throw new StorageException(ReceiptsError.TREE_DAMAGED, Map.of("where", "tile " + id(level, number)));
            }
            int room = WIDTH * Hash.LENGTH - before.length;
            int count = Math.min(room, hashes.length - done);
            byte[] after = Arrays.copyOf(before, before.length + count);
            System.arraycopy(hashes, done, after, before.length, count);
            put(level, number, after);
            done += count;
            next += count / Hash.LENGTH;
            if (count == room) {
                completed.writeBytes(over(after, 0, WIDTH, id(level, number)).bytes());
            }
        }
        if (completed.size() > 0) {
            append(level + 1, size / WIDTH, completed.toByteArray());
        }
    }

    private void put(int level, long number, byte[] hashes) {
        Tile tile = new Tile(id(level, number), hashes);
        Document<Tile> written = find(level, number)
                .map(old -> documents.update(tile, old.version()))
                .orElseGet(() -> documents.insert(tile));
        known.put(tile.id(), Optional.of(written));
    }

    /** The id has its length first. */
    private static final class TileCodec implements DocumentCodec<Tile> {
        @Override
        public byte[] encode(Tile tile) {
            byte[] id = tile.id().getBytes(StandardCharsets.US_ASCII);
            byte[] body = new byte[1 + id.length + tile.hashes().length];
            body[0] = (byte) id.length;
            System.arraycopy(id, 0, body, 1, id.length);
            System.arraycopy(tile.hashes(), 0, body, 1 + id.length, tile.hashes().length);
            return body;
        }

        @Override
        public Tile decode(byte[] body) {
            int length = body[0];
            return new Tile(
                    new String(body, 1, length, StandardCharsets.US_ASCII),
                    Arrays.copyOfRange(body, 1 + length, body.length));
        }
    }
}
