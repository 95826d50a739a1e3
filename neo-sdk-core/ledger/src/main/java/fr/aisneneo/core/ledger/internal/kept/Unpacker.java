package fr.aisneneo.core.ledger.internal.kept;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads what {@link Packer} wrote. Not thread-safe. */
final class Unpacker {
    private final byte[] bytes;
    private int at;

    Unpacker(byte[] bytes) {
        this.bytes = bytes;
    }

    int get() {
        if (at == bytes.length) {
            throw new IllegalArgumentException("A document of the ledger that ends too early");
        }
        return bytes[at++] & 0xFF;
    }

    long fixed() {
        long value = 0;
        for (int octet = 0; octet < Long.BYTES; octet++) {
            value = value << 8 | get();
        }
        return value;
    }

    UUID uuid() {
        return new UUID(fixed(), fixed());
    }

    long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = get();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("A number of the ledger that is too long");
    }

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() {
        int length = Math.toIntExact(number());
        if (length > bytes.length - at) {
            throw new IllegalArgumentException("A text of the ledger that ends too early");
        }
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.US_ASCII);
    }

    /** Refuses what is left over. */
    <T> T end(T value) {
        if (at != bytes.length) {
            throw new IllegalArgumentException("A document of the ledger with too much in it");
        }
        return value;
    }
}
