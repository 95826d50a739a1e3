package fr.aisneneo.core.receipts;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.Journal;
import fr.aisneneo.core.receipts.internal.EventLeaf;
import fr.aisneneo.core.receipts.internal.Hash;
import fr.aisneneo.core.receipts.internal.TreeHead;
import fr.aisneneo.core.storage.Contention;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * Seals the journal of each tenant, and gives receipts.
 *
 * <pre>{@code
 * Receipts receipts = Receipts.of(neo, LogKeyFile.open("laon.example/neo", Path.of("keys/log")));
 * Checkpoint checkpoint = receipts.seal(administrator);
 * String receipt = receipts.receipt(anne, event.id()).text();
 * }</pre>
 *
 * <p>Seal as often as receipts are wanted, and publish a checkpoint from time to time. Thread-safe, also between
 * processes: sealings of a tenant queue for each other, and hold up no other command.
 */
public final class Receipts {
    /** Sealing, proving consistency and auditing. */
    public static final Permission SEAL = Permission.of("receipts.seal", Role.ADMINISTRATOR, Role.OPERATOR);

    /** Having a receipt of one's own events; of others' with {@link Journal#READ}. */
    public static final Permission RECEIVE =
            Permission.of("receipts.receive", Role.MEMBER, Role.OPERATOR, Role.ADMINISTRATOR);

    private final Neo neo;
    private final LogSigner signer;

    private Receipts(Neo neo, LogSigner signer) {
        this.neo = neo;
        this.signer = signer;
        neo.store().declare(Tiles.COLLECTION, TreeHead.COLLECTION);
    }

    /**
     * The receipts of an open SDK.
     *
     * @param neo the SDK
     * @param signer who signs
     * @return the receipts
     */
    public static Receipts of(Neo neo, LogSigner signer) {
        return new Receipts(neo, signer);
    }

    /**
     * Seals what the journal of the actor's tenant holds that is not sealed yet, and signs it. In transactions of up to
     * a thousand events; doing it again changes nothing.
     *
     * @param actor needs {@link #SEAL}
     * @return the checkpoint over everything that was committed before the call
     */
    public Checkpoint seal(Actor actor) {
        neo.policy().require(actor, SEAL);
        return sealAll(actor);
    }

    private Checkpoint sealAll(Actor actor) {
        BiFunction<Long, String, String> sign =
                (size, root) -> signer.sign(actor.tenant(), Checkpoint.text(signer.origin(actor.tenant()), size, root));
        Contention turn = Contention.on(actor.tenant(), "receipts", TreeHead.ID);
        int count;
        do {
            count = neo.store().write(turn, tx -> new SealedLog(neo, tx, actor).seal(sign));
        } while (count == SealedLog.BATCH);
        return latest(actor).orElseThrow();
    }

    private Optional<Checkpoint> latest(Actor actor) {
        return neo.store().read(tx -> new SealedLog(neo, tx, actor).head().map(head -> checkpoint(actor, head)));
    }

    private Checkpoint checkpoint(Actor actor, TreeHead head) {
        return new Checkpoint(signer.origin(actor.tenant()), head.size(), head.root(), head.note());
    }

    /**
     * A receipt for an event that the actor caused; for any event, with {@link Journal#READ}. Seals the journal first
     * where the event is younger than the last sealing.
     *
     * @param actor needs {@link #RECEIVE}
     * @param position the event's position in the journal
     * @return the receipt
     * @throws NotFoundException {@code receipts.not_found} if there is none, or it is somebody else's
     * @throws fr.aisneneo.core.error.StorageException {@code receipts.tree.damaged} if the event is not what was sealed
     */
    public Receipt receipt(Actor actor, long position) {
        neo.policy().require(actor, RECEIVE);
        if (latest(actor).map(Checkpoint::size).orElse(0L) < position) {
            sealAll(actor);
        }
        return neo.store().read(tx -> {
            SealedLog log = new SealedLog(neo, tx, actor);
            TreeHead head = log.head().orElseThrow();
            List<Event> found = position < 1 || position > head.size() ? List.of() : log.events(position - 1, 1);
            if (found.isEmpty() || !mayHave(actor, found.get(0))) {
                throw new NotFoundException(ReceiptsError.NOT_FOUND, Map.of("position", position));
            }
            byte[] leaf = EventLeaf.of(neo.codec(), found.get(0));
            if (!Hash.leaf(leaf).equals(log.sealed(position - 1))) {
                throw SealedLog.damaged("event " + position);
            }
            List<String> path = log.tree(head.size()).inclusion(position - 1).stream()
                    .map(Hash::text)
                    .toList();
            return new Receipt(new String(leaf, StandardCharsets.UTF_8), position - 1, path, checkpoint(actor, head));
        });
    }

    /**
     * The same for an event that is known by its id, as {@link Journal#append} answers it.
     *
     * @param actor needs {@link #RECEIVE}
     * @param event the event's id
     * @return the receipt
     * @throws NotFoundException {@code receipts.not_found} if there is none, or it is somebody else's
     * @throws fr.aisneneo.core.error.StorageException {@code receipts.tree.damaged} if the event is not what was sealed
     */
    public Receipt receipt(Actor actor, UUID event) {
        neo.policy().require(actor, RECEIVE);
        Event found = SealedLog.find(neo, actor, event)
                .filter(known -> mayHave(actor, known))
                .orElseThrow(() -> new NotFoundException(ReceiptsError.NOT_FOUND, Map.of("position", event)));
        return receipt(actor, found.position());
    }

    private boolean mayHave(Actor actor, Event event) {
        return event.actor().equals(actor.party()) || neo.policy().grants(actor, Journal.READ, null);
    }

    /**
     * What the leaves say, for an export that anybody can check with
     * {@link fr.aisneneo.core.receipts.verifier.LogVerifier} against a checkpoint. Each is one line of JSON, whose
     * UTF-8 bytes are the leaf.
     *
     * @param actor needs {@link Journal#READ}
     * @param after the position before the first, from 0
     * @param limit how many at most, 1 to 1,000
     * @return the leaves in their order, sealed yet or not; none behind the last
     * @throws fr.aisneneo.core.error.StorageException {@code receipts.tree.damaged} where an event is missing
     */
    public List<String> leaves(Actor actor, long after, int limit) {
        neo.policy().require(actor, Journal.READ);
        return neo.store()
                .read(tx -> new SealedLog(neo, tx, actor)
                        .events(after, limit).stream()
                                .map(event -> new String(EventLeaf.of(neo.codec(), event), StandardCharsets.UTF_8))
                                .toList());
    }

    /**
     * Shows that the log only grew since an earlier checkpoint.
     *
     * @param actor needs {@link #SEAL}
     * @param from the size of the earlier checkpoint
     * @return the proof, up to the last sealing
     * @throws InvalidInputException {@code receipts.size} for a size that was never sealed
     */
    public ConsistencyProof consistency(Actor actor, long from) {
        neo.policy().require(actor, SEAL);
        return neo.store().read(tx -> {
            SealedLog log = new SealedLog(neo, tx, actor);
            long size = log.head().map(TreeHead::size).orElse(0L);
            if (from < 1 || from > size) {
                throw new InvalidInputException(ReceiptsError.SIZE, "from", Map.of("size", from, "sealed", size));
            }
            return new ConsistencyProof(
                    from,
                    size,
                    log.tree(size).consistency(from).stream().map(Hash::text).toList());
        });
    }

    /**
     * Computes every hash anew from the journal and compares it with what was sealed and signed. Takes as long as
     * reading the whole journal.
     *
     * @param actor needs {@link #SEAL}
     * @return the checkpoint that everything was found to agree with; empty if nothing was sealed yet
     * @throws fr.aisneneo.core.error.StorageException {@code receipts.tree.damaged} naming the first event, tile or
     *     checkpoint that differs
     */
    public Optional<Checkpoint> audit(Actor actor) {
        neo.policy().require(actor, SEAL);
        return neo.store().read(tx -> {
            SealedLog log = new SealedLog(neo, tx, actor);
            Optional<TreeHead> head = log.head();
            head.ifPresent(known -> {
                log.audit(known);
                String text = Checkpoint.text(signer.origin(actor.tenant()), known.size(), known.root());
                // Ed25519 signs the same text the same way (RFC 8032).
                if (!signer.sign(actor.tenant(), text).equals(known.note())) {
                    throw SealedLog.damaged("checkpoint");
                }
            });
            return head.map(known -> checkpoint(actor, known));
        });
    }
}
