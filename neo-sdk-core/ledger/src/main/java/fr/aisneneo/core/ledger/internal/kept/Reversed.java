package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.storage.DocumentCodec;
import java.util.UUID;

/**
 * How much of a transfer was reversed.
 *
 * @param id the transfer
 * @param total all that was
 */
record Reversed(UUID id, long total) {

    /** Packs it: the form 1, id, total. */
    static final class Codec implements DocumentCodec<Reversed> {
        private static final int FORM = 1;

        @Override
        public byte[] encode(Reversed value) {
            return new Packer().put(FORM).uuid(value.id()).number(value.total()).bytes();
        }

        @Override
        public Reversed decode(byte[] body) {
            Unpacker in = new Unpacker(body);
            if (in.get() != FORM) {
                throw new IllegalArgumentException("Not a reversal");
            }
            return in.end(new Reversed(in.uuid(), in.number()));
        }
    }
}
