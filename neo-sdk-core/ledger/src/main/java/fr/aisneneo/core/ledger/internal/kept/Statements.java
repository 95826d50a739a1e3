package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.internal.rules.Entry;
import java.util.List;

/** What an event commits to: the packed transfers, before the event itself is put to them. Thread-safe. */
public final class Statements {
    private static final RecordCodec CODEC = new RecordCodec();

    private Statements() {}

    /**
     * A transfer as its event commits to it.
     *
     * @param entry the transfer, with its event or without
     * @return the leaf
     */
    public static byte[] leaf(Entry entry) {
        return CODEC.encode(entry.told(null));
    }

    /**
     * What one event commits to.
     *
     * @param entries the transfers in their order
     * @return the root of their Merkle tree, 64 hexadecimal digits
     */
    public static String root(List<Entry> entries) {
        return new MerkleRoot().of(entries.stream().map(Statements::leaf).toList());
    }
}
