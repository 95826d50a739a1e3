package fr.aisneneo.core.sealing;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The documents of one sealed collection and tenant within a transaction. Used by the thread of that transaction.
 *
 * <p>Whose keys were destroyed, their documents are not there: reading, looking up and scanning pass over them. A
 * document that does not open is told: {@code sealing.document.altered}, {@code sealing.key.missing} or
 * {@code sealing.document.newer}, as a {@link StorageException} that names collection and id.
 *
 * @param <T> the type of the collection
 */
public final class SealedDocuments<T> {
    private static final int MOST_FOUND = 100;

    private final SealedCollection<T> collection;
    private final Documents<SealedDocument> documents;
    private final Seal<T> seal;
    private final Predicate<PartyId> erased;

    SealedDocuments(
            SealedCollection<T> collection,
            Documents<SealedDocument> documents,
            Seal<T> seal,
            Predicate<PartyId> erased) {
        this.collection = collection;
        this.documents = documents;
        this.seal = seal;
        this.erased = erased;
    }

    /**
     * The document with an id.
     *
     * @param id any text; one that can be no id finds nothing
     * @return the document, if there is one and its owner was not erased
     */
    public Optional<Document<T>> get(String id) {
        return documents.get(id).flatMap(found -> open(id, found));
    }

    private Optional<Document<T>> open(String id, Document<SealedDocument> found) {
        return seal.open(id, found.value()).map(value -> new Document<>(value, found.version()));
    }

    /**
     * Adds a document, sealed. The key, if it is the owner's first for the purpose, is made and kept before this
     * returns; {@link Sealing#prepare} makes it before the transaction, which then holds up nobody. Where documents are
     * added often, {@link Sealing#seal} does all of it before.
     *
     * @param value the document
     * @return it, with its version
     * @throws RefusedException {@code sealing.owner.erased}
     * @throws ConflictException {@code storage.document.exists} or {@code storage.unique.taken}
     */
    public Document<T> insert(T value) {
        refuseErased(value);
        return new Document<>(value, documents.insert(seal.close(value, 1)).version());
    }

    /**
     * Adds a document that was sealed before the transaction. Whether its owner is erased is asked here, not there.
     *
     * @param document the document, of this collection and tenant
     * @return it, with its version
     * @throws RefusedException {@code sealing.owner.erased}
     * @throws ConflictException {@code storage.document.exists} or {@code storage.unique.taken}
     * @throws IllegalArgumentException if it was sealed for another collection or tenant
     */
    public Document<T> insert(ReadyDocument<T> document) {
        if (!seal.made(document)) {
            throw new IllegalArgumentException(document + " was sealed for another place than " + collection);
        }
        refuseErased(document.value());
        return new Document<>(
                document.value(), documents.insert(document.sealed()).version());
    }

    /**
     * Replaces a document.
     *
     * @param value the new value, with the id of the old one
     * @param expectedVersion the version that was read
     * @return it, with its new version
     * @throws RefusedException {@code sealing.owner.erased}
     * @throws ConflictException {@code storage.document.missing}, {@code storage.document.changed} or
     *     {@code storage.unique.taken}
     */
    public Document<T> update(T value, long expectedVersion) {
        refuseErased(value);
        long revision = documents
                .get(collection.idOf(value))
                .map(known -> known.value().revision())
                .orElse(0L);
        SealedDocument sealed = seal.close(value, revision + 1);
        return new Document<>(value, documents.update(sealed, expectedVersion).version());
    }

    private void refuseErased(T value) {
        PartyId owner = collection.ownerOf(value);
        if (erased.test(owner)) {
            throw Seal.erased(owner);
        }
    }

    /**
     * Removes a document.
     *
     * @param id its id
     * @param expectedVersion the version that was read
     * @throws ConflictException {@code storage.document.missing} or {@code storage.document.changed}
     */
    public void delete(String id, long expectedVersion) {
        documents.delete(id, expectedVersion);
    }

    /**
     * The documents with a value in a blind index.
     *
     * @param index the name of the index
     * @param value the value, in any form that the index takes for the same
     * @return up to {@value #MOST_FOUND} of them, in the order of their ids
     * @throws IllegalArgumentException if the collection has no such index
     */
    public List<Document<T>> find(String index, String value) {
        BlindIndex<T> blind = collection.blind(index);
        Optional<String> hash = seal.hash(blind, value);
        if (hash.isEmpty()) {
            return List.of();
        }
        List<Document<T>> found = new ArrayList<>();
        Scan<SealedDocument> scan = Scan.by(collection.indexOf(blind)).equalTo(hash.get());
        Page<SealedDocument> page = documents.scan(scan);
        while (true) {
            found.addAll(opened(page));
            if (found.size() >= MOST_FOUND || page.next().isEmpty()) {
                return List.copyOf(found.subList(0, Math.min(found.size(), MOST_FOUND)));
            }
            page = documents.scan(scan.resume(page.next()));
        }
    }

    private List<Document<T>> opened(Page<SealedDocument> page) {
        return page.documents().stream()
                .flatMap(found -> open(found.value().id(), found).stream())
                .toList();
    }

    /**
     * One page of a range, without documents of erased owners: it may be shorter than its limit, or empty, and not the
     * last one.
     *
     * @param scan a range of an index over fields that are not sealed, or of ids
     * @return the page
     * @throws fr.aisneneo.core.error.InvalidInputException {@code storage.cursor.invalid} for a cursor of another scan
     */
    public Page<T> scan(Scan<SealedDocument> scan) {
        Page<SealedDocument> page = documents.scan(scan);
        return new Page<>(opened(page), page.next());
    }

    /**
     * Every document of an owner.
     *
     * @param owner whose
     * @param each what to do with each document; it may write, also to this collection
     */
    public void forEachOf(PartyId owner, Consumer<Document<T>> each) {
        documents.forEach(
                Scan.by(collection.byOwner()).equalTo(owner.text()),
                found -> open(found.value().id(), found).ifPresent(each));
    }
}
