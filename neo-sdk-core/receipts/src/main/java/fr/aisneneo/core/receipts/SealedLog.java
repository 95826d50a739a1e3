package fr.aisneneo.core.receipts;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.receipts.internal.EventLeaf;
import fr.aisneneo.core.receipts.internal.Hash;
import fr.aisneneo.core.receipts.internal.MerkleTree;
import fr.aisneneo.core.receipts.internal.TreeHead;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The log of one tenant within one transaction.
 *
 * @param neo the SDK
 * @param tx the transaction
 * @param actor who asks; the journal itself is read for the log, not for them
 */
record SealedLog(Neo neo, Transaction tx, Actor actor) {
    /** How many events are sealed in one transaction. */
    public static final int BATCH = 1_000;

    private TenantId tenant() {
        return actor.tenant();
    }

    /**
     * How far it is sealed.
     *
     * @return the head, or empty before the first sealing
     */
    public Optional<TreeHead> head() {
        return document().map(Document::value);
    }

    private Optional<Document<TreeHead>> document() {
        return tx.documents(TreeHead.COLLECTION, tenant()).get(TreeHead.ID);
    }

    /**
     * The tree of a size.
     *
     * @param size how many leaves, not more than are sealed
     * @return the tree
     */
    public MerkleTree tree(long size) {
        return new MerkleTree(size, tiles());
    }

    private Tiles tiles() {
        return new Tiles(tx.documents(Tiles.COLLECTION, tenant()));
    }

    /**
     * Events from a position on.
     *
     * @param after the position before the first
     * @param limit how many at most
     * @return the events, without a gap
     * @throws StorageException {@code receipts.tree.damaged} where one is missing
     */
    public List<Event> events(long after, int limit) {
        List<Event> events = neo.journal().read(reader(actor), after, limit);
        long expected = after;
        for (Event event : events) {
            if (event.position() != ++expected) {
                throw damaged("event " + expected);
            }
        }
        return events;
    }

    private static Actor reader(Actor actor) {
        return Actor.of(actor.party(), actor.tenant(), Role.ADMINISTRATOR);
    }

    /**
     * An event of the actor's tenant.
     *
     * @param neo the SDK
     * @param actor who asks; the journal itself is read for the log, not for them
     * @param event its id
     * @return the event, if there is one
     */
    static Optional<Event> find(Neo neo, Actor actor, UUID event) {
        return neo.journal().find(reader(actor), event);
    }

    /**
     * The hash that a leaf was sealed with.
     *
     * @param index the leaf
     * @return its hash
     */
    public Hash sealed(long index) {
        return tiles().node(0, index);
    }

    /**
     * Seals the next events, if there are any.
     *
     * @param sign makes the note for a size and a root
     * @return how many were sealed; fewer than {@link #BATCH} when all are
     */
    public int seal(BiFunction<Long, String, String> sign) {
        Optional<Document<TreeHead>> old = document();
        long size = old.map(head -> head.value().size()).orElse(0L);
        List<Event> events = events(size, BATCH);
        if (events.isEmpty() && old.isPresent()) {
            return 0;
        }
        ByteArrayOutputStream leaves = new ByteArrayOutputStream();
        events.forEach(event ->
                leaves.writeBytes(Hash.leaf(EventLeaf.of(neo.codec(), event)).bytes()));
        Tiles tiles = tiles();
        tiles.append(size, leaves.toByteArray());
        long now = size + events.size();
        String root = new MerkleTree(now, tiles).root().text();
        TreeHead head = new TreeHead(TreeHead.ID, now, root, sign.apply(now, root));
        Documents<TreeHead> heads = tx.documents(TreeHead.COLLECTION, tenant());
        old.ifPresentOrElse(before -> heads.update(head, before.version()), () -> heads.insert(head));
        return events.size();
    }

    /**
     * Computes everything anew from the journal.
     *
     * @param head what was signed
     * @throws StorageException {@code receipts.tree.damaged} naming the first event or tile that differs
     */
    public void audit(TreeHead head) {
        Tiles tiles = tiles();
        long tileCount = (head.size() + Tiles.WIDTH - 1) / Tiles.WIDTH;
        for (long number = 0; number < tileCount; number++) {
            long first = number * Tiles.WIDTH;
            int count = (int) Math.min(Tiles.WIDTH, head.size() - first);
            List<Event> events = events(first, count);
            if (events.size() < count) {
                throw damaged("event " + (first + events.size() + 1));
            }
            byte[] hashes = tiles.hashes(0, number);
            if (hashes.length != count * Hash.LENGTH) {
                throw damaged("tile 0-" + number);
            }
            for (int leaf = 0; leaf < count; leaf++) {
                byte[] kept = Arrays.copyOfRange(hashes, leaf * Hash.LENGTH, (leaf + 1) * Hash.LENGTH);
                if (!Hash.leaf(EventLeaf.of(neo.codec(), events.get(leaf))).equals(new Hash(kept))) {
                    throw damaged("event " + (first + leaf + 1));
                }
            }
        }
        auditAbove(tiles, head.size());
        if (!new MerkleTree(head.size(), tiles).root().text().equals(head.root())) {
            throw damaged("checkpoint");
        }
    }

    /** A hash of an upper level is that over the whole tile below it. */
    private static void auditAbove(Tiles tiles, long size) {
        long whole = size / Tiles.WIDTH;
        for (int level = 1; whole > 0; level++) {
            for (long below = 0; below < whole; below++) {
                byte[] hashes = tiles.hashes(level, below / Tiles.WIDTH);
                int from = (int) (below % Tiles.WIDTH) * Hash.LENGTH;
                if (hashes.length < from + Hash.LENGTH
                        || !tiles.overTile(level - 1, below)
                                .equals(new Hash(Arrays.copyOfRange(hashes, from, from + Hash.LENGTH)))) {
                    throw damaged("tile " + level + "-" + below / Tiles.WIDTH);
                }
            }
            whole /= Tiles.WIDTH;
        }
    }

    /**
     * What to say when what was sealed is not what is there.
     *
     * @param where the first event, tile or checkpoint that differs
     * @return the exception
     */
    public static StorageException damaged(String where) {
        return new StorageException(ReceiptsError.TREE_DAMAGED, Map.of("where", where));
    }
}
