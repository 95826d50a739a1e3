package fr.aisneneo.core.sealing;

import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.UpgradeStep;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
    private final List<UpgradeStep> upgrades;
    private final Map<String, BlindIndex<T>> blind;
    private final Map<String, Index<SealedDocument>> blindIndexes = new TreeMap<>();
    private final Index<SealedDocument> byOwner = Index.<SealedDocument>named("by_owner")
            .string("owner", document -> document.owner().text())
            .build();
    private final DocumentCollection<SealedDocument> stored;

    private SealedCollection(Builder<T> builder, Function<T, String> id, Function<T, PartyId> owner, String purpose) {
        this.type = builder.type;
        this.id = id;
        this.owner = owner;
        this.purpose = purpose;
        this.fields = Set.copyOf(builder.fields);
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
    public static <T> Builder<T> of(String name, Class<T> type) {
        return new Builder<>(name, type);
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
     * @return their names
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

    /**
     * Collects what a sealed collection is. Not thread-safe.
     *
     * @param <T> the type of its documents
     */
    public static final class Builder<T> {
        private final String name;
        private final Class<T> type;
        private final Set<String> components;
        private final Set<String> fields = new HashSet<>();
        private final List<UpgradeStep> upgrades = new ArrayList<>();
        private final Map<String, BlindIndex<T>> blind = new TreeMap<>();
        private final List<Index<SealedDocument>> indexes = new ArrayList<>();
        private @Nullable Function<T, String> id;
        private @Nullable Function<T, PartyId> owner;
        private @Nullable String purpose;

        private Builder(String name, Class<T> type) {
            RecordComponent[] found = type.getRecordComponents();
            if (found == null) {
                throw new IllegalArgumentException(type + " is no record");
            }
            this.name = name;
            this.type = type;
            this.components = Arrays.stream(found).map(RecordComponent::getName).collect(Collectors.toSet());
            Arrays.stream(found)
                    .filter(component -> component.isAnnotationPresent(Sealed.class))
                    .forEach(component -> fields.add(component.getName()));
        }

        /**
         * Says how a document is identified.
         *
         * @param of takes the id from a document: no personal data, never changing
         * @return this builder
         */
        public Builder<T> id(Function<T, String> of) {
            id = of;
            return this;
        }

        /**
         * Says whose personal data a document is.
         *
         * @param of takes the pseudonym from a document
         * @return this builder
         */
        public Builder<T> owner(Function<T, PartyId> of) {
            owner = of;
            return this;
        }

        /**
         * Says for what documents are kept; a person has one key for each purpose.
         *
         * @param what {@code [a-z][a-z0-9_]{0,39}}, such as {@code contact} or {@code health}
         * @return this builder
         * @throws IllegalArgumentException for another form
         */
        public Builder<T> purpose(String what) {
            if (!what.matches("[a-z][a-z0-9_]{0,39}")) {
                throw new IllegalArgumentException("'" + what + "' is no purpose");
            }
            purpose = what;
            return this;
        }

        /**
         * Seals components, as {@link Sealed} does.
         *
         * @param names components of the record
         * @return this builder
         * @throws IllegalArgumentException if the record has no such component
         */
        public Builder<T> sealed(String... names) {
            for (String field : names) {
                if (!components.contains(field)) {
                    throw new IllegalArgumentException(type.getSimpleName() + " has no component " + field);
                }
                fields.add(field);
            }
            return this;
        }

        /**
         * Lets documents be found by a sealed value, through a keyed hash of it (HMAC-SHA-256, RFC 2104) under a key of
         * the tenant and the index.
         *
         * @param index {@code [a-z][a-z0-9_]{0,30}}
         * @param value takes the value from a document; null leaves the document out
         * @param normal brings equal values into one form, such as lower case; never changing
         * @return this builder
         * @throws IllegalArgumentException for another name, or one that is there
         */
        public Builder<T> blindIndex(String index, Function<T, @Nullable String> value, UnaryOperator<String> normal) {
            return add(new BlindIndex<>(index, value, normal, false));
        }

        /**
         * As {@link #blindIndex}, and lets no two documents of a tenant have the same value.
         *
         * @param index {@code [a-z][a-z0-9_]{0,30}}
         * @param value takes the value from a document; null leaves the document out
         * @param normal brings equal values into one form; never changing
         * @return this builder
         * @throws IllegalArgumentException for another name, or one that is there
         */
        public Builder<T> uniqueBlindIndex(
                String index, Function<T, @Nullable String> value, UnaryOperator<String> normal) {
            return add(new BlindIndex<>(index, value, normal, true));
        }

        private Builder<T> add(BlindIndex<T> index) {
            if (!index.name().matches("[a-z][a-z0-9_]{0,30}") || blind.put(index.name(), index) != null) {
                throw new IllegalArgumentException("'" + index.name() + "' is no name, or there already");
            }
            return this;
        }

        /**
         * Adds an index over fields that are not sealed.
         *
         * @param index the index
         * @return this builder
         */
        public Builder<T> index(Index<SealedDocument> index) {
            indexes.add(index);
            return this;
        }

        /**
         * Adds the step to the next schema version. It works on the whole document, sealed fields in the clear, when
         * one of an older version is read; what is stored changes with the next update. Steps are never taken away or
         * changed once released.
         *
         * @param step what changes
         * @return this builder
         */
        public Builder<T> upgrade(UpgradeStep step) {
            upgrades.add(step);
            return this;
        }

        /**
         * The collection.
         *
         * @return the collection
         * @throws IllegalArgumentException if id, owner or purpose are missing, nothing is sealed, or a component bears
         *     the name {@value SealedDocument#PROPERTY}
         */
        public SealedCollection<T> build() {
            if (id == null || owner == null || purpose == null) {
                throw new IllegalArgumentException("Sealed collection " + name + " needs id, owner and purpose");
            }
            if (fields.isEmpty() || components.contains(SealedDocument.PROPERTY)) {
                throw new IllegalArgumentException(
                        "Sealed collection " + name + " seals nothing, or has a component " + SealedDocument.PROPERTY);
            }
            return new SealedCollection<>(this, id, owner, purpose);
        }
    }
}
