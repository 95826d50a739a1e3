package fr.aisneneo.core.ledger.internal.kept;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Writes numbers in as few bytes as they need. Not thread-safe. */
final class Packer {
    private byte[] bytes = new byte[160];
    private int size;

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    Packer put(int octet) {
        reserve(1);
        bytes[size++] = (byte) octet;
        return this;
    }

    /** Eight bytes. */
    Packer fixed(long value) {
        reserve(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (value >>> shift);
        }
        return this;
    }

    Packer uuid(UUID id) {
        return fixed(id.getMostSignificantBits()).fixed(id.getLeastSignificantBits());
    }

    /** Seven bits a byte, low ones first. */
    Packer number(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            put((int) (left & 0x7F) | 0x80);
            left >>>= 7;
        }
        return put((int) left);
    }

    /** Small also if it is a little below zero. */
    Packer signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    Packer text(String ascii) {
        byte[] letters = ascii.getBytes(StandardCharsets.US_ASCII);
        number(letters.length);
        reserve(letters.length);
        System.arraycopy(letters, 0, bytes, size, letters.length);
        size += letters.length;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }
}
