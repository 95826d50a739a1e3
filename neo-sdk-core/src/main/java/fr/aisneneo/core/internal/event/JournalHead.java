package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import java.nio.ByteBuffer;

/**
 * The last position of a tenant's journal: one small packed document, since every command writes it.
 *
 * @param position the last position given
 */
record JournalHead(long position) {
    static final String ID = "head";

    static final DocumentCollection<JournalHead> COLLECTION = DocumentCollection.binary(
                    "journal_head", JournalHead.class, head -> ID, new Packed())
            .build();

    private static final class Packed implements DocumentCodec<JournalHead> {
        @Override
        public byte[] encode(JournalHead head) {
            return ByteBuffer.allocate(Long.BYTES).putLong(head.position()).array();
        }

        @Override
        public JournalHead decode(byte[] body) {
            return new JournalHead(ByteBuffer.wrap(body).getLong());
        }
    }
}
