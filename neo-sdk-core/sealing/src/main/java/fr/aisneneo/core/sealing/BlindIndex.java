package fr.aisneneo.core.sealing;

import fr.aisneneo.core.storage.Index;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An index over keyed hashes of a sealed value. Immutable and thread-safe. */
record BlindIndex<T>(String name, Function<T, @Nullable String> value, UnaryOperator<String> normal, boolean unique) {

    Optional<String> normalValueOf(T document) {
        return Optional.ofNullable(value.apply(document)).map(normal);
    }

    Index<SealedDocument> index() {
        Index.Builder<SealedDocument> builder = Index.<SealedDocument>named("blind_" + name)
                .string("hash", document -> document.blind().getOrDefault(name, ""))
                .when(document -> document.blind().containsKey(name));
        return (unique ? builder.unique() : builder).build();
    }
}
