package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.StoredDocument;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies, and writes of documents that consist of little else. */
final class Bodies {
    private Bodies() {}

    /** A JSON object that holds a number; also fine where bytes are expected. */
    static byte[] numbered(long number) {
        return text("{\"number\":" + number + "}");
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The number in a body of {@link #numbered}, whatever white space the engine put into it. */
    static long number(StoredDocument document) {
        String text = new String(document.body(), StandardCharsets.UTF_8);
        return Long.parseLong(text.replaceAll("[^0-9-]", ""));
    }

    /** A document without index entries. */
    static DocumentWrite plain(String id, long number) {
        return new DocumentWrite(id, 1, numbered(number), List.of());
    }

    /** A document of a collection with one index. */
    static DocumentWrite keyed(CollectionSchema collection, String id, Object... key) {
        return new DocumentWrite(
                id, 1, numbered(0), List.of(new IndexEntry(collection.indexes().get(0), IndexKey.of(key))));
    }

    /** Whether a body is what was written: byte for byte, or the same JSON. */
    static boolean same(CollectionSchema collection, byte[] written, byte @Nullable [] read) {
        if (read == null) {
            return false;
        }
        if (collection.format() == BodyFormat.JSON) {
            return Json.parse(written).equals(Json.parse(read));
        }
        return Arrays.equals(written, read);
    }
}
