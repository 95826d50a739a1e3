package fr.aisneneo.core.transfer;

import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A binary document.
 *
 * @param id its id, of ASCII
 * @param bytes anything
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Packed(String id, byte[] bytes) {
    static final DocumentCollection<Packed> COLLECTION = DocumentCollection.binary(
                    "packed", Packed.class, Packed::id, new Bytes())
            .build();

    private static final class Bytes implements DocumentCodec<Packed> {
        @Override
        public byte[] encode(Packed value) {
            byte[] id = value.id.getBytes(StandardCharsets.US_ASCII);
            byte[] body = Arrays.copyOf(new byte[] {(byte) id.length}, 1 + id.length + value.bytes.length);
            System.arraycopy(id, 0, body, 1, id.length);
            System.arraycopy(value.bytes, 0, body, 1 + id.length, value.bytes.length);
            return body;
        }

        @Override
        public Packed decode(byte[] body) {
            int length = body[0];
            return new Packed(
                    new String(body, 1, length, StandardCharsets.US_ASCII),
                    Arrays.copyOfRange(body, 1 + length, body.length));
        }
    }
}
