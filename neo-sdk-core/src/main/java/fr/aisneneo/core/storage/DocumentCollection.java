package fr.aisneneo.core.storage;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A collection as its domain declares it, once, as a constant: name, type, id, schema version with upgrade steps,
 * indexes.
 *
 * <p>The type is immutable, best a record: decoded values are cached and shared. Immutable and thread-safe.
 *
 * @param <T> the type of its documents
 */
public final class DocumentCollection<T> {
    private final Class<T> type;
    private final Function<T, String> id;
    private final Scope scope;
    private final List<UpgradeStep> upgrades;
    private final List<Index<T>> indexes;
    private final @Nullable DocumentCodec<T> codec;
    private final CollectionSchema schema;

    private DocumentCollection(Builder<T> builder) {
        type = builder.type;
        id = builder.id;
        scope = builder.scope;
        upgrades = List.copyOf(builder.upgrades);
        indexes = List.copyOf(builder.indexes);
        codec = builder.codec;
        schema = new CollectionSchema(
                builder.name,
                builder.format,
                indexes.stream().map(Index::schema).toList());
    }

    /**
     * A collection of JSON objects.
     *
     * @param name {@code [a-z][a-z0-9_]{0,39}}, unique in the SDK
     * @param type the type of its documents
     * @param id takes the id from a document: 1 to 200 bytes of UTF-8, never changing
     * @param <T> the type of its documents
     * @return a builder
     */
    public static <T> Builder<T> json(String name, Class<T> type, Function<T, String> id) {
        return new Builder<>(name, type, id, BodyFormat.JSON);
    }

    /**
     * A collection of packed bodies.
     *
     * @param name {@code [a-z][a-z0-9_]{0,39}}, unique in the SDK
     * @param type the type of its documents
     * @param id takes the id from a document
     * @param codec packs and unpacks them
     * @param <T> the type of its documents
     * @return a builder
     */
    public static <T> Builder<T> binary(String name, Class<T> type, Function<T, String> id, DocumentCodec<T> codec) {
        return new Builder<>(name, type, id, BodyFormat.BINARY).codec(codec);
    }

    /**
     * The name.
     *
     * @return the name
     */
    public String name() {
        return schema.name();
    }

    /**
     * The type of its documents.
     *
     * @return the class
     */
    public Class<T> type() {
        return type;
    }

    /**
     * Whose documents it holds.
     *
     * @return the scope
     */
    public Scope scope() {
        return scope;
    }

    /**
     * The version that its documents are written with: one more than there are upgrade steps.
     *
     * @return 1 or more
     */
    public int schemaVersion() {
        return upgrades.size() + 1;
    }

    /**
     * The steps from version 1 to 2, from 2 to 3, and so on.
     *
     * @return the steps
     */
    public List<UpgradeStep> upgrades() {
        return upgrades;
    }

    /**
     * Its indexes.
     *
     * @return the indexes
     */
    public List<Index<T>> indexes() {
        return indexes;
    }

    /**
     * How engines see it.
     *
     * @return the schema
     */
    public CollectionSchema schema() {
        return schema;
    }

    /**
     * Its own codec.
     *
     * @return the codec, or empty where the SDK's serves
     */
    public Optional<DocumentCodec<T>> codec() {
        return Optional.ofNullable(codec);
    }

    /**
     * The id of a document.
     *
     * @param value the document
     * @return its id
     */
    public String idOf(T value) {
        return id.apply(value);
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * Collects what a collection is. Not thread-safe.
     *
     * @param <T> the type of its documents
     */
    public static final class Builder<T> {
        private final String name;
        private final Class<T> type;
        private final Function<T, String> id;
        private final BodyFormat format;
        private final List<UpgradeStep> upgrades = new ArrayList<>();
        private final List<Index<T>> indexes = new ArrayList<>();
        private final Set<String> names = new HashSet<>();
        private Scope scope = Scope.TENANT;
        private @Nullable DocumentCodec<T> codec;

        private Builder(String name, Class<T> type, Function<T, String> id, BodyFormat format) {
            this.name = Names.check(name);
            this.type = type;
            this.id = id;
            this.format = format;
        }

        /**
         * Adds an index.
         *
         * @param index the index
         * @return this builder
         * @throws IllegalArgumentException if there is one of that name
         */
        public Builder<T> index(Index<T> index) {
            if (!names.add(index.schema().name())) {
                throw new IllegalArgumentException("Collection " + name + " has two indexes "
                        + index.schema().name());
            }
            indexes.add(index);
            return this;
        }

        /**
         * Adds the step to the next schema version. Steps are never taken away or changed once released.
         *
         * @param step what changes
         * @return this builder
         */
        public Builder<T> upgrade(UpgradeStep step) {
            upgrades.add(step);
            return this;
        }

        /**
         * Shares the documents among all tenants.
         *
         * @return this builder
         */
        public Builder<T> shared() {
            scope = Scope.SHARED;
            return this;
        }

        /**
         * Brings a codec of its own.
         *
         * @param own the codec
         * @return this builder
         */
        public Builder<T> codec(DocumentCodec<T> own) {
            codec = own;
            return this;
        }

        /**
         * The collection.
         *
         * @return the collection
         */
        public DocumentCollection<T> build() {
            return new DocumentCollection<>(this);
        }
    }
}
