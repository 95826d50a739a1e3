package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.ledger.proof.TransferLeaf;
import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes and hashes the leaves of a tenant, as {@link TransferLeaf} lays them out. Every transfer passes here, so that
 * all is done in the same few bytes. Not thread-safe.
 */
final class LeafForm {
    static final int HASH = 32;
    private static final UUID NONE = new UUID(0, 0);

    private final MessageDigest sha = sha256();
    private final byte[] key;
    private final byte[] leaf = new byte[TransferLeaf.LENGTH];
    private final ByteBuffer out = ByteBuffer.wrap(leaf);
    private final byte[] salts = new byte[HASH];
    private final byte[] opened = new byte[SideSeal.SALT_BYTES + 5 * Long.BYTES];
    private final ByteBuffer seal = ByteBuffer.wrap(opened);

    LeafForm(LeafKey key) {
        this.key = key.bytes();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** The leaf of a transfer, before which its accounts had theirs at these instants; a copy. */
    byte[] leaf(Entry entry, long debitBefore, long creditBefore) {
        write(entry, debitBefore, creditBefore);
        return leaf.clone();
    }

    /** Hashes the leaf of a transfer into a place of the hashes. */
    void hash(Entry entry, long debitBefore, long creditBefore, byte[] hashes, int index) {
        write(entry, debitBefore, creditBefore);
        sha.update((byte) 0);
        sha.update(leaf);
        digestInto(hashes, index * HASH);
    }

    /** The hash over two places side by side, into one of them or another. */
    void join(byte[] hashes, int left, int into) {
        sha.update((byte) 1);
        sha.update(hashes, left * HASH, 2 * HASH);
        digestInto(hashes, into * HASH);
    }

    /** What the seal of one side hides. */
    SideSeal open(Entry entry, boolean debit, long before) {
        salt(entry.id());
        int from = debit ? 0 : SideSeal.SALT_BYTES;
        return new SideSeal(
                HexFormat.of().formatHex(salts, from, from + SideSeal.SALT_BYTES),
                before,
                debit ? entry.debitAfter() : entry.creditAfter());
    }

    private void write(Entry entry, long debitBefore, long creditBefore) {
        UUID related = entry.related();
        UUID chain = entry.chain();
        UUID reference = entry.reference();
        out.clear().put((byte) TransferLeaf.FORM).put(kind(entry.kind())).put(flags(entry.flags()));
        out.put((byte) ((related == null ? 0 : 1) | (chain == null ? 0 : 2) | (reference == null ? 0 : 4)));
        uuid(entry.id());
        uuid(entry.debit());
        uuid(entry.credit());
        out.putLong(entry.amount()).putLong(entry.released()).putInt(entry.code());
        out.putLong(entry.at()).putLong(entry.timeoutSeconds());
        uuid(related == null ? NONE : related);
        uuid(chain == null ? NONE : chain);
        uuid(reference == null ? NONE : reference);
        out.putLong(entry.number());
        salt(entry.id());
        seal(0, debitBefore, entry.debitAfter(), TransferLeaf.DEBIT_SEAL);
        seal(SideSeal.SALT_BYTES, creditBefore, entry.creditAfter(), TransferLeaf.CREDIT_SEAL);
    }

    private void uuid(UUID id) {
        out.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static byte kind(TransferKind kind) {
        return switch (kind) {
            case SINGLE -> 1;
            case PENDING -> 2;
            case POST -> 3;
            case VOID -> 4;
            case EXPIRY -> 5;
            case REVERSAL -> 6;
        };
    }

    private static byte flags(Set<TransferFlag> flags) {
        int bits = 0;
        if (!flags.isEmpty()) {
            bits |= flags.contains(TransferFlag.BALANCING_DEBIT) ? 1 : 0;
            bits |= flags.contains(TransferFlag.BALANCING_CREDIT) ? 2 : 0;
            bits |= flags.contains(TransferFlag.CLOSING_DEBIT) ? 4 : 0;
            bits |= flags.contains(TransferFlag.CLOSING_CREDIT) ? 8 : 0;
        }
        return (byte) bits;
    }

    /**
     * Both salts of a transfer at once: a hash of 48 bytes, always so many, of which 32 are secret. Who is shown one
     * half learns nothing about the other one.
     */
    private void salt(UUID id) {
        sha.update(key);
        seal.clear().putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        sha.update(opened, 0, 2 * Long.BYTES);
        digestInto(salts, 0);
    }

    private void seal(int salt, long before, @Nullable Counters after, int into) {
        seal.clear().put(salts, salt, SideSeal.SALT_BYTES).putLong(before);
        if (after != null) {
            seal.putLong(after.debitsPending()).putLong(after.debitsPosted());
            seal.putLong(after.creditsPending()).putLong(after.creditsPosted());
        }
        sha.update(opened, 0, seal.position());
        digestInto(leaf, into);
    }

    private void digestInto(byte[] bytes, int from) {
        try {
            sha.digest(bytes, from, HASH);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }
}
