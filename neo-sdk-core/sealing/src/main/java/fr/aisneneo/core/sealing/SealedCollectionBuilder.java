package fr.aisneneo.core.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.UpgradeStep;
import jakarta.json.bind.annotation.JsonbProperty;
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
 * Collects what a sealed collection is. Not thread-safe.
 *
 * @param <T> the type of its documents
 */
public final class SealedCollectionBuilder<T> {
    final String name;
    final Class<T> type;
    final Map<String, String> components;
    final Set<String> fields = new HashSet<>();
    final List<UpgradeStep> upgrades = new ArrayList<>();
    final Map<String, BlindIndex<T>> blind = new TreeMap<>();
    final List<Index<SealedDocument>> indexes = new ArrayList<>();
    private @Nullable Function<T, String> id;
    private @Nullable Function<T, PartyId> owner;
    private @Nullable String purpose;

    SealedCollectionBuilder(String name, Class<T> type) {
        RecordComponent[] found = type.getRecordComponents();
        if (found == null) {
            throw new IllegalArgumentException(type + " is no record");
        }
        this.name = name;
        this.type = type;
        this.components = Arrays.stream(found)
                .collect(Collectors.toMap(RecordComponent::getName, SealedCollectionBuilder::nameInJson));
        Arrays.stream(found)
                .filter(component -> component.isAnnotationPresent(Sealed.class))
                .forEach(component -> fields.add(nameInJson(component)));
    }

    private static String nameInJson(RecordComponent component) {
        JsonbProperty property = component.getAccessor().getAnnotation(JsonbProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    /**
     * Says how a document is identified.
     *
     * @param of takes the id from a document: no personal data, never changing
     * @return this builder
     */
    public SealedCollectionBuilder<T> id(Function<T, String> of) {
        id = of;
        return this;
    }

    /**
     * Says whose personal data a document is.
     *
     * @param of takes the pseudonym from a document
     * @return this builder
     */
    public SealedCollectionBuilder<T> owner(Function<T, PartyId> of) {
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
    public SealedCollectionBuilder<T> purpose(String what) {
        if (!what.matches("[a-z][a-z0-9_]{0,39}")) {
            throw new IllegalArgumentException("'" + what + "' is no purpose");
        }
        purpose = what;
        return this;
    }

    /**
     * Seals components, as {@link Sealed} does.
     *
     * <p>One that is sealed later is sealed in what is written from then on. Older documents are read all the same, but
     * keep it in the clear until they are written again: see {@link #upgrade} for how.
     *
     * @param names components of the record
     * @return this builder
     * @throws IllegalArgumentException if the record has no such component
     */
    public SealedCollectionBuilder<T> sealed(String... names) {
        for (String field : names) {
            String inJson = components.get(field);
            if (inJson == null) {
                throw new IllegalArgumentException(type.getSimpleName() + " has no component " + field);
            }
            fields.add(inJson);
        }
        return this;
    }

    /**
     * Lets documents be found by a sealed value, through a keyed hash of it (HMAC-SHA-256, RFC 2104) under a key of the
     * tenant and the index.
     *
     * <p>An index that is added later, and one whose {@code normal} gives another form, finds only documents that were
     * written since: the store cannot compute the hash of what it cannot read. Write the older ones again: see
     * {@link #upgrade} for how. A unique one may then refuse a document with {@code storage.unique.taken}.
     *
     * @param index {@code [a-z][a-z0-9_]{0,30}}
     * @param value takes the value from a document; null leaves the document out
     * @param normal brings equal values into one form, such as lower case; never changing
     * @return this builder
     * @throws IllegalArgumentException for another name, or one that is there
     */
    public SealedCollectionBuilder<T> blindIndex(
            String index, Function<T, @Nullable String> value, UnaryOperator<String> normal) {
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
    public SealedCollectionBuilder<T> uniqueBlindIndex(
            String index, Function<T, @Nullable String> value, UnaryOperator<String> normal) {
        return add(new BlindIndex<>(index, value, normal, true));
    }

    private SealedCollectionBuilder<T> add(BlindIndex<T> index) {
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
    public SealedCollectionBuilder<T> index(Index<SealedDocument> index) {
        indexes.add(index);
        return this;
    }

    /**
     * Adds the step to the next schema version. It works on the whole document, sealed fields in the clear, when one of
     * an older version is read; what is stored changes with the next update. Steps are never taken away or changed once
     * released.
     *
     * <p>Until that update an older document stands in the store as it was: fields that are sealed now may be readable,
     * and blind indexes that are new do not find it. To bring all to the present form, in each tenant, write each page
     * as it is:
     *
     * <pre>{@code
     * Optional<Cursor> next = Optional.empty();
     * do {
     *     Scan<SealedDocument> scan = Scan.<SealedDocument>byId().limit(200).resume(next);
     *     next = neo.store().write(Contention.none(), tx -> {
     *         SealedDocuments<Contact> contacts = sealing.documents(tx, CONTACTS, tenant);
     *         Page<Contact> page = contacts.scan(scan);
     *         page.documents().forEach(found -> contacts.update(found.value(), found.version()));
     *         return page.next();
     *     });
     * } while (next.isPresent());
     * }</pre>
     *
     * <p>Backups and exports from before keep what they have.
     *
     * @param step what changes
     * @return this builder
     */
    public SealedCollectionBuilder<T> upgrade(UpgradeStep step) {
        upgrades.add(step);
        return this;
    }

    /**
     * The collection.
     *
     * @return the collection
     * @throws IllegalArgumentException if id, owner or purpose are missing, nothing is sealed, or a component bears the
     *     name {@value SealedDocument#PROPERTY}, or a component that is not sealed holds, at any depth, a record of
     *     which a component bears {@link Sealed}
     */
    public SealedCollection<T> build() {
        if (id == null || owner == null || purpose == null) {
            throw new IllegalArgumentException("Sealed collection " + name + " needs id, owner and purpose");
        }
        if (fields.isEmpty() || components.containsValue(SealedDocument.PROPERTY)) {
            throw new IllegalArgumentException(
                    "Sealed collection " + name + " seals nothing, or has a component " + SealedDocument.PROPERTY);
        }
        refuseSealsWithin();
        return new SealedCollection<>(this, id, owner, purpose);
    }

    private void refuseSealsWithin() {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!fields.contains(nameInJson(component))) {
                new NestedSeals().in(component.getGenericType()).ifPresent(nested -> {
                    throw new IllegalArgumentException(
                            "Sealed collection " + name + " does not seal " + component.getName()
                                    + ", though " + nested + " in it bears @Sealed: only whole components of "
                                    + type.getSimpleName() + " are sealed, so put @Sealed on " + component.getName());
                });
            }
        }
    }
}
