package fr.aisneneo.core.ledger.proof;

import static fr.aisneneo.core.ledger.proof.NotProvedException.require;

import fr.aisneneo.core.ledger.book.Counters;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer left on one of its accounts, which its leaf shows only as a hash. Whoever has the salt can open the
 * seal; without, not even all counters there can be are of any use. The salt of the other side, and those of other
 * transfers, say nothing about it.
 *
 * <p>The hash is SHA-256 over the salt (16 bytes), {@link #previous} (8 bytes) and, where the account keeps its
 * history, its four counters after the transfer (8 bytes each: debits pending, debits posted, credits pending, credits
 * posted), numbers big-endian.
 *
 * @param salt 32 hexadecimal digits, known to the ledger and to those who may see the account
 * @param previous when the transfer of this account before this one was, in microseconds since 1970; {@link #FIRST} for
 *     the first one
 * @param after the counters that it left; null where the account keeps no history
 */
public record SideSeal(String salt, long previous, @Nullable Counters after) {
    /** Before the first transfer of an account there is none. */
    public static final long FIRST = Long.MIN_VALUE;

    /** How many bytes a salt has. */
    public static final int SALT_BYTES = 16;

    /**
     * What the leaf shows.
     *
     * @return 64 hexadecimal digits
     * @throws NotProvedException if the salt is none
     */
    public String hash() throws NotProvedException {
        require(salt.matches("[0-9a-f]{32}"), "the salt is malformed");
        ByteBuffer content = ByteBuffer.allocate(after == null ? 24 : 56);
        content.put(HexFormat.of().parseHex(salt)).putLong(previous);
        if (after != null) {
            content.putLong(after.debitsPending()).putLong(after.debitsPosted());
            content.putLong(after.creditsPending()).putLong(after.creditsPosted());
        }
        return HexFormat.of().formatHex(Sha256.of(content.array()));
    }
}
