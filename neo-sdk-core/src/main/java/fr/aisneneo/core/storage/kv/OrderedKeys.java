package fr.aisneneo.core.storage.kv;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where documents and index entries stand in the sorted map: keys whose unsigned byte order is the order of their
 * values.
 *
 * <pre>
 * document  1 collection 0 tenant 0 id
 * index     2 collection 0 tenant 0 index 0 part… id
 * part      string: UTF-8, then 0 (U+0000 is never stored) · long, instant (microseconds): eight bytes, sign flipped · boolean: 0 or 1
 * </pre>
 */
final class OrderedKeys {
    private static final byte DOCUMENT = 1;
    private static final byte INDEX = 2;
    private static final byte[] NOTHING = {};

    private OrderedKeys() {}

    static byte[] documents(CollectionSchema collection) {
        return prefix(DOCUMENT, collection.name());
    }

    static byte[] documents(CollectionSchema collection, TenantId tenant) {
        return prefix(DOCUMENT, collection.name(), tenant.value());
    }

    static byte[] document(CollectionSchema collection, TenantId tenant, String id) {
        return key(DOCUMENT, id(id), collection.name(), tenant.value());
    }

    static byte[] index(CollectionSchema collection, TenantId tenant, String index) {
        return prefix(INDEX, collection.name(), tenant.value(), index);
    }

    private static byte[] prefix(byte kind, String... names) {
        return key(kind, NOTHING, names);
    }

    /** Names are ASCII, so that each has as many bytes as characters. */
    private static byte[] key(byte kind, byte[] end, String... names) {
        int length = 1 + names.length + end.length;
        for (String name : names) {
            length += name.length();
        }
        byte[] key = new byte[length];
        key[0] = kind;
        int at = 1;
        for (String name : names) {
            byte[] bytes = name.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, key, at, bytes.length);
            at += bytes.length + 1;
        }
        System.arraycopy(end, 0, key, at, end.length);
        return key;
    }

    static byte[] id(String id) {
        return id.getBytes(StandardCharsets.UTF_8);
    }

    /** The encoded values of a tuple or of its first parts. */
    static byte[] tuple(IndexKey key) {
        byte[][] parts = new byte[key.values().size()][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = part(key.values().get(i));
        }
        return join(NOTHING, parts);
    }

    private static byte[] part(Object value) {
        if (value instanceof String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return Arrays.copyOf(bytes, bytes.length + 1);
        } else if (value instanceof Long number) {
            return sortable(number);
        } else if (value instanceof Instant instant) {
            return sortable(micros(instant));
        } else if (value instanceof Boolean flag) {
            return new byte[] {(byte) (flag ? 1 : 0)};
        }
        throw new IllegalArgumentException("Not a value of an index part: " + value.getClass());
    }

    private static byte[] sortable(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array();
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    /** Reads the place of an index entry back from its key. */
    static ScanPosition position(IndexSchema index, byte[] key, int offset) {
        List<Object> values = new ArrayList<>(index.parts().size());
        int at = offset;
        for (IndexPart part : index.parts()) {
            switch (part.type()) {
                case STRING -> {
                    int end = at;
                    while (key[end] != 0) {
                        end++;
                    }
                    values.add(new String(key, at, end - at, StandardCharsets.UTF_8));
                    at = end + 1;
                }
                case LONG -> {
                    values.add(number(key, at));
                    at += Long.BYTES;
                }
                case INSTANT -> {
                    long micros = number(key, at);
                    values.add(Instant.ofEpochSecond(
                            Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L));
                    at += Long.BYTES;
                }
                case BOOLEAN -> {
                    values.add(key[at] == 1);
                    at++;
                }
            }
        }
        return new ScanPosition(new IndexKey(values), new String(key, at, key.length - at, StandardCharsets.UTF_8));
    }

    private static long number(byte[] key, int at) {
        return ByteBuffer.wrap(key, at, Long.BYTES).getLong() ^ Long.MIN_VALUE;
    }

    static byte[] join(byte[] first, byte[]... more) {
        int length = first.length;
        for (byte[] part : more) {
            length += part.length;
        }
        byte[] joined = Arrays.copyOf(first, length);
        int at = first.length;
        for (byte[] part : more) {
            System.arraycopy(part, 0, joined, at, part.length);
            at += part.length;
        }
        return joined;
    }

    /** The first key behind all that start with a prefix. Prefixes start with 1 or 2, so there always is one. */
    static byte[] behind(byte[] prefix) {
        int last = prefix.length - 1;
        while (prefix[last] == (byte) 0xFF) {
            last--;
        }
        byte[] next = Arrays.copyOf(prefix, last + 1);
        next[last]++;
        return next;
    }
}
