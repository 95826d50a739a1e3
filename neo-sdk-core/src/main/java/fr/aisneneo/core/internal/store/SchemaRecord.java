package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexSchema;
import java.util.List;

/**
 * What the documents of a collection were last brought to.
 *
 * @param collection the collection
 * @param version its schema version
 * @param indexes its indexes, as text that changes whenever one of them does
 * @param complete false while documents are being rewritten
 */
public record SchemaRecord(String collection, int version, List<String> indexes, boolean complete) {
    static final DocumentCollection<SchemaRecord> COLLECTION = DocumentCollection.json(
                    "schema", SchemaRecord.class, SchemaRecord::collection)
            .shared()
            .build();

    /** Copies the list. */
    public SchemaRecord {
        indexes = List.copyOf(indexes);
    }

    static SchemaRecord of(CollectionSchema schema, int version, boolean complete) {
        return new SchemaRecord(
                schema.name(),
                version,
                schema.indexes().stream().map(SchemaRecord::text).sorted().toList(),
                complete);
    }

    private static String text(IndexSchema index) {
        StringBuilder text = new StringBuilder(index.name());
        index.parts()
                .forEach(
                        part -> text.append(' ').append(part.name()).append(':').append(part.type()));
        return text.append(index.unique() ? " unique" : "")
                .append(index.partial() ? " partial" : "")
                .toString();
    }
}
