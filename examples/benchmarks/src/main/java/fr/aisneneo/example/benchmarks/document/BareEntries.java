package fr.aisneneo.example.benchmarks.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/** A document and its two index entries as bytes that are nearly ready. */
public final class BareEntries {
    private static final byte[] NOTHING = new byte[0];
    private static final int BODY = 400;
    private static final int PLACE = 16;
    private static final byte DOCUMENT = 1;
    private static final byte BY_PLACE = 2;
    private static final byte BY_NUMBER = 3;

    private BareEntries() {}

    /**
     * Puts a document and its entries.
     *
     * @param batch where to
     * @param notice the document
     * @throws RocksDBException if it failed
     */
    public static void put(WriteBatch batch, Notice notice) throws RocksDBException {
        byte[] id = text(notice.id());
        batch.put(document(id), body(notice));
        byte[] place = placeAndTime(notice.place(), notice.at());
        batch.put(
                ByteBuffer.allocate(place.length + id.length).put(place).put(id).array(), NOTHING);
        batch.put(
                ByteBuffer.allocate(1 + Long.BYTES + id.length)
                        .put(BY_NUMBER)
                        .putLong(notice.number())
                        .put(id)
                        .array(),
                NOTHING);
    }

    private static byte[] body(Notice notice) {
        byte[] text = text(notice.text());
        return ByteBuffer.allocate(BODY)
                .putLong(notice.number())
                .put(text)
                .put(text, 0, BODY - Long.BYTES - text.length)
                .array();
    }

    /**
     * The number in a body.
     *
     * @param body the body
     * @return the number
     */
    public static long number(byte[] body) {
        return ByteBuffer.wrap(body).getLong();
    }

    /**
     * The key of a document.
     *
     * @param id its id
     * @return the key
     */
    public static byte[] document(String id) {
        return document(text(id));
    }

    /**
     * The key of a document.
     *
     * @param id its id
     * @return the key
     */
    public static byte[] document(byte[] id) {
        return ByteBuffer.allocate(1 + id.length).put(DOCUMENT).put(id).array();
    }

    /**
     * The start of an entry of the first index, behind which comes the id.
     *
     * @param place the place
     * @param at the time
     * @return the start of the key; its last eight bytes are the time
     */
    public static byte[] placeAndTime(String place, Instant at) {
        ByteBuffer key =
                ByteBuffer.allocate(1 + PLACE + Long.BYTES).put(BY_PLACE).put(text(place));
        return key.putLong(1 + PLACE, at.getEpochSecond()).array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
