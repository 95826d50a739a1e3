package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.storage.DocumentCodec;
import java.util.UUID;

/**
 * An account that can go below zero, or did and still is there.
 *
 * @param account the account
 * @param currency the code of its currency
 */
public record Overdraft(UUID account, String currency) {

    /** Packs it: the form 1, the account, the currency. */
    static final class Codec implements DocumentCodec<Overdraft> {
        private static final int FORM = 1;

        @Override
        public byte[] encode(Overdraft value) {
            return new Packer()
                    .put(FORM)
                    .uuid(value.account())
                    .text(value.currency())
                    .bytes();
        }

        @Override
        public Overdraft decode(byte[] body) {
            Unpacker in = new Unpacker(body);
            if (in.get() != FORM) {
                throw new IllegalArgumentException("Not an account that can go below zero");
            }
            return in.end(new Overdraft(in.uuid(), in.text()));
        }
    }
}
