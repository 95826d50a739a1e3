package fr.aisneneo.core.sealing;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.KeyedHash;
import fr.aisneneo.core.sealing.spi.DataKey;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * What stands before the sealed bytes of a document, in few bytes: the format (1), the id of the key (8), revision and
 * schema (seven bits a byte, the lowest first, the eighth saying that more follow), id and owner, and to the end each
 * blind index: the length of its name (1), the name, and the hash (16).
 *
 * <p>An id that is the text of a field beside it, and an owner likewise, is the length of the name of that field (1)
 * and the name: in most records they stand readable anyhow. Else it is a zero, a length, and the text in UTF-8.
 *
 * <p>Nothing here is trusted for standing here: all of it is bound by the tag of the sealed bytes.
 */
final class SealedHead {
    /** The way documents are sealed now; another one is refused by versions that do not know it. */
    static final int FORMAT = 1;

    private static final HexFormat HEX = HexFormat.of();

    private SealedHead() {}

    static byte[] encode(SealedDocument document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(96);
        out.write(FORMAT);
        out.writeBytes(HEX.parseHex(document.key()));
        number(out, document.revision());
        number(out, document.schema());
        place(out, document.id(), document.clear());
        place(out, document.owner().text(), document.clear());
        new TreeMap<>(document.blind()).forEach((index, hash) -> {
            text(out, index);
            out.writeBytes(KeyedHash.bytes(hash));
        });
        return out.toByteArray();
    }

    private static void number(ByteArrayOutputStream out, long number) {
        long left = number;
        while ((left & ~0x7fL) != 0) {
            out.write(((int) left & 0x7f) | 0x80);
            left >>>= 7;
        }
        out.write((int) left);
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(out, utf8.length);
        out.writeBytes(utf8);
    }

    private static void place(ByteArrayOutputStream out, String text, Map<String, Object> clear) {
        String found = "";
        for (Map.Entry<String, Object> field : clear.entrySet()) {
            String name = field.getKey();
            if (field.getValue().equals(text) && (found.isEmpty() || name.compareTo(found) < 0)) {
                found = name;
            }
        }
        text(out, found);
        if (found.isEmpty()) {
            text(out, text);
        }
    }

    /**
     * Reads a head.
     *
     * @param head the bytes
     * @param body the sealed bytes that follow it, as they stand in the document
     * @param clear the fields beside it
     * @return the document; one of a schema of the future, and nobody's, if the format is one of the future
     * @throws BufferUnderflowException if the bytes end too early
     * @throws InvalidInputException {@code input.malformed} if they are no head in another way
     */
    static SealedDocument decode(byte[] head, String body, Map<String, Object> clear) {
        ByteBuffer in = ByteBuffer.wrap(head);
        int format = in.get();
        if (format > FORMAT) {
            return SealedDocument.unreadable(Integer.MAX_VALUE);
        }
        String key = HEX.formatHex(bytes(in, DataKey.ID_BYTES));
        long revision = number(in);
        long schema = number(in);
        String id = place(in, clear);
        String owner = place(in, clear);
        PartyId party = PartyId.parse(owner);
        Map<String, String> blind = new HashMap<>();
        while (in.hasRemaining()) {
            blind.put(text(in), KeyedHash.text(bytes(in, KeyedHash.BYTES)));
        }
        if (format < FORMAT || schema != (int) schema || !party.text().equals(owner)) {
            throw malformed();
        }
        return new SealedDocument(id, party, revision, (int) schema, key, body, blind, clear);
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(CoreError.INPUT_MALFORMED, SealedDocument.PROPERTY);
    }

    private static byte[] bytes(ByteBuffer in, long length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[(int) length];
        in.get(bytes);
        return bytes;
    }

    private static long number(ByteBuffer in) {
        long number = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = in.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        throw malformed();
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in, number(in)), StandardCharsets.UTF_8);
    }

    private static String place(ByteBuffer in, Map<String, Object> clear) {
        String field = text(in);
        if (field.isEmpty()) {
            return text(in);
        }
        if (clear.get(field) instanceof String text) {
            return text;
        }
        throw malformed();
    }
}
