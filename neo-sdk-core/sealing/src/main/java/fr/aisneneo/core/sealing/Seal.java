package fr.aisneneo.core.sealing;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.Canonical;
import fr.aisneneo.core.sealing.internal.KeyedHash;
import fr.aisneneo.core.sealing.internal.RememberedKeys;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.storage.UpgradeStep;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Seals and opens the documents of one collection and tenant.
 *
 * <p>What is sealed is bound to its place and to everything that stands readable beside it: tenant, collection, id,
 * owner, key, schema version, revision, the fields that are not sealed, and the hashes of blind indexes. Whatever of it
 * is another when the document is opened, the tag does not fit. The version that the engine gives a document is not
 * among it: it is known after the write only, and is another when data moves to another engine. So the revision is a
 * number of our own, and an older state of the same document, put back as a whole, cannot be told by itself.
 */
final class Seal<T> {
    private final Codec codec;
    private final RememberedKeys keys;
    private final SealedCollection<T> collection;
    private final TenantId tenant;

    Seal(Codec codec, RememberedKeys keys, SealedCollection<T> collection, TenantId tenant) {
        this.codec = codec;
        this.keys = keys;
        this.collection = collection;
        this.tenant = tenant;
    }

    SealedDocument close(T value, long revision) {
        SplitJson parts = SplitJson.of(codec.encode(value), codec, collection.sealedFields()::contains);
        Map<String, Object> clear = properties(parts.clear());
        if (!collection.clearFields().containsAll(clear.keySet())) {
            // A codec that names fields in a way of its own: better nothing than something in the clear.
            throw new IllegalStateException("The codec gives fields of " + collection + " other names than the record");
        }
        PartyId owner = collection.ownerOf(value);
        long stamp = keys.stamp();
        DataKey key = require(KeyName.of(tenant, owner, collection.purpose()), owner, stamp);
        Map<String, String> blind = new HashMap<>();
        for (BlindIndex<T> index : collection.blind()) {
            index.normalValueOf(value)
                    .ifPresent(text -> blind.put(
                            index.name(), indexHash(index, owner, stamp).of(text)));
        }
        SealedDocument open = new SealedDocument(
                collection.idOf(value), owner, revision, collection.schema(), key.id(), "", blind, clear);
        byte[] sealed = keys.cipher(key).seal(parts.sealed(), associated(open));
        return open.with(Base64.getEncoder().withoutPadding().encodeToString(sealed));
    }

    boolean made(ReadyDocument<T> document) {
        return document.isFor(collection, tenant);
    }

    private DataKey require(KeyName name, PartyId owner, long stamp) {
        if (keys.obtain(name, stamp) instanceof KeyState.Live live) {
            return live.key();
        }
        throw erased(owner);
    }

    static RefusedException erased(PartyId owner) {
        return new RefusedException(SealingError.OWNER_ERASED, Map.of("owner", owner));
    }

    private KeyedHash indexHash(BlindIndex<T> index, PartyId owner, long stamp) {
        return keys.hash(require(KeyName.ofIndex(tenant, collection.name(), index.name()), owner, stamp));
    }

    /** The hash to look for, or empty if nothing was ever indexed. */
    Optional<String> hash(BlindIndex<T> index, String value) {
        KeyState state = keys.find(KeyName.ofIndex(tenant, collection.name(), index.name()));
        return state instanceof KeyState.Live live
                ? Optional.of(keys.hash(live.key()).of(index.normal().apply(value)))
                : Optional.empty();
    }

    /**
     * Opens a document.
     *
     * @param id the id that it was found under
     * @param document what was found
     * @return the value, or empty if its owner was erased
     */
    Optional<T> open(String id, SealedDocument document) {
        if (document.schema() > collection.schema()) {
            throw new StorageException(
                    SealingError.DOCUMENT_NEWER,
                    Map.of("collection", collection.name(), "id", id, "version", document.schema()));
        }
        if (!document.id().equals(id)
                || document.schema() < 1
                || document.owner().value().equals(KeyName.NOBODY)) {
            throw trouble(SealingError.DOCUMENT_ALTERED, id);
        }
        KeyState state = keys.find(KeyName.of(tenant, document.owner(), collection.purpose()));
        if (state instanceof KeyState.Destroyed) {
            return Optional.empty();
        }
        if (!(state instanceof KeyState.Live live) || !live.key().id().equals(document.key())) {
            throw trouble(SealingError.KEY_MISSING, id);
        }
        byte[] plain = bytes(document.body())
                .flatMap(body -> keys.cipher(live.key()).open(body, associated(document)))
                .orElseThrow(() -> trouble(SealingError.DOCUMENT_ALTERED, id));
        return Optional.of(value(document, plain));
    }

    private T value(SealedDocument document, byte[] plain) {
        byte[] all = SplitJson.joined(codec.encode(document.clear()), plain);
        List<UpgradeStep> steps = collection.upgradesFrom(document.schema());
        if (steps.isEmpty()) {
            return codec.decode(all, collection.type());
        }
        Map<String, Object> body = properties(all);
        steps.forEach(step -> step.upgrade(body));
        return codec.decode(codec.encode(body), collection.type());
    }

    private StorageException trouble(SealingError error, String id) {
        return new StorageException(error, Map.of("collection", collection.name(), "id", id));
    }

    /** Base64 in its one form only: with spare bits set, other characters would be the same bytes. */
    private static Optional<byte[]> bytes(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64);
            boolean canonical =
                    Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(base64);
            return canonical ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] associated(SealedDocument document) {
        return new Canonical()
                .add("neo-sealed")
                .add(SealedHead.FORMAT)
                .add(tenant.value())
                .add(collection.name())
                .add(document.id())
                .add(document.owner().text())
                .add(document.key())
                .add(document.schema())
                .add(document.revision())
                .add(document.clear())
                .add(document.blind())
                .bytes();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> properties(byte[] json) {
        return new HashMap<>((Map<String, Object>) codec.decode(json, Map.class));
    }
}
