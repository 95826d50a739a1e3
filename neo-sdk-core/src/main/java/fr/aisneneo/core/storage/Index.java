package fr.aisneneo.core.storage;

import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An ordered index of a collection: a tuple of values taken from each document.
 *
 * <p>Strings are ordered by code point, whatever the locale; instants are taken down to whole microseconds. Immutable.
 *
 * @param <T> the type of the collection
 */
public final class Index<T> {
    private final IndexSchema schema;
    private final List<Function<T, ?>> values;
    private final Predicate<T> holds;

    private Index(Builder<T> builder) {
        schema = new IndexSchema(builder.name, builder.unique, builder.holds != null, builder.parts);
        values = List.copyOf(builder.values);
        holds = builder.holds == null ? document -> true : builder.holds;
    }

    /**
     * Starts an index.
     *
     * @param name {@code [a-z][a-z0-9_]{0,39}}, unique in its collection
     * @param <T> the type of the collection
     * @return a builder without parts
     */
    public static <T> Builder<T> named(String name) {
        return new Builder<>(Names.check(name));
    }

    /**
     * How engines see it.
     *
     * @return the schema
     */
    public IndexSchema schema() {
        return schema;
    }

    Optional<IndexKey> keyOf(T document) {
        if (!holds.test(document)) {
            return Optional.empty();
        }
        List<Object> key = new ArrayList<>(values.size());
        for (int part = 0; part < values.size(); part++) {
            key.add(PartValues.checked(
                    schema.parts().get(part), values.get(part).apply(document)));
        }
        PartValues.checkLength(schema, key);
        return Optional.of(new IndexKey(key));
    }

    /**
     * Collects the parts of an index. Not thread-safe.
     *
     * @param <T> the type of the collection
     */
    public static final class Builder<T> {
        private final String name;
        private final List<IndexPart> parts = new ArrayList<>();
        private final List<Function<T, ?>> values = new ArrayList<>();
        private @Nullable Predicate<T> holds;
        private boolean unique;

        private Builder(String name) {
            this.name = name;
        }

        /**
         * Adds a string part.
         *
         * @param part its name
         * @param value takes it from a document
         * @return this builder
         */
        public Builder<T> string(String part, Function<T, String> value) {
            return part(part, PartType.STRING, value);
        }

        /**
         * Adds a whole-number part.
         *
         * @param part its name
         * @param value takes it from a document
         * @return this builder
         */
        public Builder<T> number(String part, Function<T, Long> value) {
            return part(part, PartType.LONG, value);
        }

        /**
         * Adds an instant part.
         *
         * @param part its name
         * @param value takes it from a document
         * @return this builder
         */
        public Builder<T> instant(String part, Function<T, Instant> value) {
            return part(part, PartType.INSTANT, value);
        }

        /**
         * Adds a yes-or-no part.
         *
         * @param part its name
         * @param value takes it from a document
         * @return this builder
         */
        public Builder<T> bool(String part, Function<T, Boolean> value) {
            return part(part, PartType.BOOLEAN, value);
        }

        private Builder<T> part(String part, PartType type, Function<T, ?> value) {
            parts.add(new IndexPart(Names.check(part), type));
            values.add(value);
            return this;
        }

        /**
         * Lets no two documents of a tenant have the same tuple.
         *
         * @return this builder
         */
        public Builder<T> unique() {
            unique = true;
            return this;
        }

        /**
         * Makes the index partial: only these documents are in it. The parts are not taken from others.
         *
         * @param condition which documents
         * @return this builder
         */
        public Builder<T> when(Predicate<T> condition) {
            holds = condition;
            return this;
        }

        /**
         * The index.
         *
         * @return an index of one to eight parts
         * @throws IllegalArgumentException for another number of parts
         */
        public Index<T> build() {
            if (parts.isEmpty() || parts.size() > 8) {
                throw new IllegalArgumentException("An index has one to eight parts; " + name + " has " + parts.size());
            }
            return new Index<>(this);
        }
    }
}
