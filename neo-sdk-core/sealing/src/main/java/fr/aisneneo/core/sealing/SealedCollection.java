package fr.aisneneo.core.sealing;

import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.UpgradeStep;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A collection of personal data as its domain declares it, once, as a constant: name, type, id, owner, purpose, which
 * fields are sealed, and how documents are found by them.
 *
 * <pre>{@code
 * static final SealedCollection<Contact> CONTACTS = SealedCollection.of("contact", Contact.class)
 *         .id(contact -> contact.id().text())
 *         .owner(Contact::party)
 *         .purpose("contact")
 *         .sealed("name", "email")
 *         .blindIndex("email", Contact::email, text -> text.toLowerCase(Locale.ROOT))
 *         .build();
 * }</pre>
 *
 * <p>Fields that are not sealed stand readable in the store, and so do the id, the owner's pseudonym, the size of what
 * is sealed, and which documents of a tenant have the same value in a blind index. Immutable and thread-safe.
 *
 * @param <T> the type of its documents, a record
 */
public final class SealedCollection<T> {
    private final Class<T> type;
    private final Function<T, String> id;
    private final Function<T, PartyId> owner;
    private final String purpose;
    private final Set<String> fields;
    private final Set<String> clearFields;
    private final List<UpgradeStep> upgrades;
    private final Map<String, BlindIndex<T>> blind;
    private final Map<String, Index<SealedDocument>> blindIndexes = new TreeMap<>();
    private final Index<SealedDocument> byOwner = Index.<SealedDocument>named("by_owner")
            .string("owner", document -> document.owner().text())
            .build();
    private final DocumentCollection<SealedDocument> stored;

    SealedCollection(
            SealedCollectionBuilder<T> builder, Function<T, String> id, Function<T, PartyId> owner, String purpose) {
        this.type = builder.type;
        this.id = id;
        this.owner = owner;
        this.purpose = purpose;
        this.fields = Set.copyOf(builder.fields);
        this.clearFields = builder.components.values().stream()
                .filter(field -> !fields.contains(field))
                .collect(Collectors.toUnmodifiableSet());
        this.upgrades = List.copyOf(builder.upgrades);
        this.blind = Map.copyOf(builder.blind);
        DocumentCollection.Builder<SealedDocument> collection = DocumentCollection.json(
                        builder.name, SealedDocument.class, SealedDocument::id)
                .codec(new SealedDocumentCodec(JsonbCodec.standard()))
                .index(byOwner);
        new TreeMap<>(blind).forEach((name, index) -> {
            blindIndexes.put(name, index.index());
            collection.index(blindIndexes.get(name));
        });
        builder.indexes.forEach(collection::index);
        this.stored = collection.build();
    }

    /**
     * Starts a collection.
     *
     * @param name {@code [a-z][a-z0-9_]{0,39}}, unique in the SDK
     * @param type the type of its documents: a record, whose components that bear {@link Sealed} are sealed
     * @param <T> the type of its documents
     * @return a builder
     * @throws IllegalArgumentException if the type is no record
     */
    public static <T> SealedCollectionBuilder<T> of(String name, Class<T> type) {
        return new SealedCollectionBuilder<>(name, type);
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return stored.name();
    }

    /**
     * For what its documents are kept.
     *
     * @return the purpose
     */
    public String purpose() {
        return purpose;
    }

    /**
     * The fields that are sealed.
     *
     * @return their names in JSON
     */
    public Set<String> sealedFields() {
        return fields;
    }

    /**
     * How the store sees it: for scans over indexes of fields that are not sealed, and for SQL.
     *
     * @return the collection of sealed documents
     */
    public DocumentCollection<SealedDocument> stored() {
        return stored;
    }

    /** The fields that may stand readable, by their names in JSON. */
    Set<String> clearFields() {
        return clearFields;
    }

    Class<T> type() {
        return type;
    }

    String idOf(T value) {
        return id.apply(value);
    }

    PartyId ownerOf(T value) {
        return owner.apply(value);
    }

    int schema() {
        return upgrades.size() + 1;
    }

    List<UpgradeStep> upgradesFrom(int version) {
        return upgrades.subList(version - 1, upgrades.size());
    }

    Index<SealedDocument> byOwner() {
        return byOwner;
    }

    List<BlindIndex<T>> blind() {
        return List.copyOf(blind.values());
    }

    BlindIndex<T> blind(String name) {
        BlindIndex<T> index = blind.get(name);
        if (index == null) {
            throw new IllegalArgumentException("Collection " + name() + " has no blind index " + name);
        }
        return index;
    }

    Index<SealedDocument> indexOf(BlindIndex<T> index) {
        Index<SealedDocument> declared = blindIndexes.get(index.name());
        if (declared == null) {
            throw new IllegalArgumentException(index.name());
        }
        return declared;
    }

    @Override
    public String toString() {
        return name();
    }
}
