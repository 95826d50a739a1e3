package fr.aisneneo.core.storage.kv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What stands behind a document's key: version, schema version, its index entries (so that they can be removed without
 * looking into the body), body. Numbers are unsigned LEB128.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record DocumentValue(long version, int schemaVersion, List<Entry> entries, byte[] body) {
    private static final int MOST_OF_NUMBERS = 20;
    private static final int MOST_OF_LENGTHS = 10;

    /** One index entry: the index and the encoded tuple. */
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(String index, byte[] tuple) {
        boolean same(Entry other) {
            return index.equals(other.index) && Arrays.equals(tuple, other.tuple);
        }
    }

    byte[] encode() {
        int size = body.length + MOST_OF_NUMBERS;
        for (Entry entry : entries) {
            size += entry.index().length() + entry.tuple().length + MOST_OF_LENGTHS;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size);
        number(bytes, version);
        number(bytes, schemaVersion);
        number(bytes, entries.size());
        for (Entry entry : entries) {
            block(bytes, entry.index().getBytes(StandardCharsets.US_ASCII));
            block(bytes, entry.tuple());
        }
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private static void block(ByteArrayOutputStream bytes, byte[] block) {
        number(bytes, block.length);
        bytes.writeBytes(block);
    }

    private static void number(ByteArrayOutputStream bytes, long number) {
        long rest = number;
        while (rest > 0x7F) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
    }

    static DocumentValue decode(byte[] bytes) {
        Reader reader = new Reader(bytes);
        long version = reader.number();
        int schemaVersion = (int) reader.number();
        int count = (int) reader.number();
        List<Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String index = new String(reader.block(), StandardCharsets.US_ASCII);
            entries.add(new Entry(index, reader.block()));
        }
        return new DocumentValue(version, schemaVersion, entries, Arrays.copyOfRange(bytes, reader.at, bytes.length));
    }

    private static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        long number() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = bytes[at++];
                number |= (long) (next & 0x7F) << shift;
                if (next >= 0) {
                    return number;
                }
            }
        }

        byte[] block() {
            int length = (int) number();
            at += length;
            return Arrays.copyOfRange(bytes, at - length, at);
        }
    }
}
