package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.Localized;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Scope;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.tenant.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document of a file on its way into the store: brought to the schema version of today.
 *
 * @param collection its collection
 * @param line the document
 * @param number on which line of the file it stands
 */
record Incoming(DocumentCollection<?> collection, DocumentLine line, long number) {

    static Incoming of(Neo neo, DocumentCollection<?> collection, int schema, DocumentLine line, long number) {
        if (schema == collection.schemaVersion() || collection.schema().format() == BodyFormat.BINARY) {
            return new Incoming(collection, line, number);
        }
        try {
            byte[] body = upgraded(neo, collection, schema, line.body());
            return new Incoming(
                    collection,
                    DocumentLine.of(BodyFormat.JSON, line.collection(), line.tenant(), line.id(), body),
                    number);
        } catch (RuntimeException e) {
            throw refused(line, number, e);
        }
    }

    @SuppressWarnings("unchecked") // the codec reads JSON objects as maps with string keys
    private static byte[] upgraded(Neo neo, DocumentCollection<?> collection, int schema, byte[] json) {
        Map<String, Object> body = new LinkedHashMap<>(neo.codec().decode(json, Map.class));
        for (int version = schema; version < collection.schemaVersion(); version++) {
            collection.upgrades().get(version - 1).upgrade(body);
        }
        return neo.codec().encode(body);
    }

    /** Adds it to the store, within the transaction of the thread. */
    void insert(Neo neo) {
        try {
            TenantId tenant = TenantId.stored(line.tenant());
            if ((collection.scope() == Scope.SHARED) != tenant.equals(TenantId.SHARED)) {
                throw new IllegalArgumentException("tenant " + tenant);
            }
            neo.store().whole().insert(collection, tenant, line.id(), line.body());
        } catch (StorageException e) {
            throw e;
        } catch (RuntimeException e) {
            throw refused(line, number, e);
        }
    }

    private static StorageException refused(DocumentLine line, long number, RuntimeException cause) {
        Object reason = cause instanceof NeoException known
                ? (Localized) known::message
                : cause.getClass().getSimpleName();
        return new StorageException(
                TransferError.DOCUMENT,
                Map.of("collection", line.collection(), "id", line.id(), "line", number, "reason", reason),
                cause);
    }
}
