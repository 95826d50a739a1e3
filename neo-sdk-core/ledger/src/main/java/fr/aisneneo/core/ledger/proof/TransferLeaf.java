package fr.aisneneo.core.ledger.proof;

import static fr.aisneneo.core.ledger.proof.NotProvedException.require;

import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transfer as the event that tells it commits to it: {@value #LENGTH} bytes, numbers big-endian. This layout is for
 * ever; another one would begin with another byte. It has nothing to do with how the store keeps a transfer.
 *
 * <table>
 * <caption>The layout of form 1</caption>
 * <tr><th>from</th><th>bytes</th><th>what</th></tr>
 * <tr><td>0</td><td>1</td><td>the form, 1</td></tr>
 * <tr><td>1</td><td>1</td><td>kind: 1 single, 2 pending, 3 post, 4 void, 5 expiry, 6 reversal</td></tr>
 * <tr><td>2</td><td>1</td><td>flags: 1 balancing debit, 2 balancing credit, 4 closing debit, 8 closing credit</td></tr>
 * <tr><td>3</td><td>1</td><td>what is there: 1 related, 2 chain, 4 reference</td></tr>
 * <tr><td>4</td><td>16</td><td>id of the transfer</td></tr>
 * <tr><td>20</td><td>16</td><td>account that is debited</td></tr>
 * <tr><td>36</td><td>16</td><td>account that is credited</td></tr>
 * <tr><td>52</td><td>8</td><td>amount in minor units; of a void or an expiry, what is released</td></tr>
 * <tr><td>60</td><td>8</td><td>what it takes back from the pending counters; 0 for none</td></tr>
 * <tr><td>68</td><td>4</td><td>code, what it is for</td></tr>
 * <tr><td>72</td><td>8</td><td>when, in microseconds since 1970</td></tr>
 * <tr><td>80</td><td>8</td><td>how long it may be pending, in seconds; 0 without end</td></tr>
 * <tr><td>88</td><td>16</td><td>the earlier transfer that it follows; zeros where none is there</td></tr>
 * <tr><td>104</td><td>16</td><td>the first transfer of its chain; zeros where none is there</td></tr>
 * <tr><td>120</td><td>16</td><td>the id of the application's; zeros where none is there</td></tr>
 * <tr><td>136</td><td>8</td><td>the number of the application's</td></tr>
 * <tr><td>144</td><td>32</td><td>the {@linkplain SideSeal#hash() seal} of the debited account</td></tr>
 * <tr><td>176</td><td>32</td><td>the seal of the credited account</td></tr>
 * </table>
 *
 * <p>Immutable and thread-safe. Equal where the bytes are.
 */
public final class TransferLeaf {
    /** How many bytes it has. */
    public static final int LENGTH = 208;

    /** Where the seal of the debited account begins. */
    public static final int DEBIT_SEAL = 144;

    /** Where the seal of the credited account begins. */
    public static final int CREDIT_SEAL = 176;

    /** The first byte of this layout. */
    public static final int FORM = 1;

    private static final int RELATED = 1;
    private static final int CHAIN = 2;
    private static final int REFERENCE = 4;
    private static final List<TransferKind> KINDS = List.of(
            TransferKind.SINGLE,
            TransferKind.PENDING,
            TransferKind.POST,
            TransferKind.VOID,
            TransferKind.EXPIRY,
            TransferKind.REVERSAL);
    private static final List<TransferFlag> FLAGS = List.of(
            TransferFlag.BALANCING_DEBIT,
            TransferFlag.BALANCING_CREDIT,
            TransferFlag.CLOSING_DEBIT,
            TransferFlag.CLOSING_CREDIT);

    private final ByteBuffer bytes;

    private TransferLeaf(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /**
     * Reads a leaf.
     *
     * @param bytes the leaf; copied
     * @return the transfer
     * @throws NotProvedException if it is no leaf of form 1
     */
    public static TransferLeaf parse(byte[] bytes) throws NotProvedException {
        require(bytes.length == LENGTH && bytes[0] == FORM, "the leaf is not of form 1");
        require(bytes[1] >= 1 && bytes[1] <= KINDS.size(), "the leaf is of no kind that is known");
        require(bytes[2] >>> FLAGS.size() == 0, "the leaf has flags that are not known");
        require(bytes[3] >>> 3 == 0, "the leaf has fields that are not known");
        TransferLeaf leaf = new TransferLeaf(bytes.clone());
        require(leaf.amount() >= 0 && leaf.released() >= 0, "an amount of the leaf is negative");
        require(
                (leaf.has(RELATED) || leaf.isZero(88))
                        && (leaf.has(CHAIN) || leaf.isZero(104))
                        && (leaf.has(REFERENCE) || leaf.isZero(120)),
                "the leaf has a field that should not be there");
        return leaf;
    }

    private boolean isZero(int from) {
        return bytes.getLong(from) == 0 && bytes.getLong(from + 8) == 0;
    }

    private boolean has(int field) {
        return (bytes.get(3) & field) != 0;
    }

    private UUID uuid(int from) {
        return new UUID(bytes.getLong(from), bytes.getLong(from + 8));
    }

    /**
     * The leaf itself.
     *
     * @return a copy of its bytes
     */
    public byte[] bytes() {
        return bytes.array().clone();
    }

    /**
     * What it does.
     *
     * @return the kind
     */
    public TransferKind kind() {
        return KINDS.get(bytes.get(1) - 1);
    }

    /**
     * How it differs from a plain one.
     *
     * @return the flags, without {@link TransferFlag#LINKED}, which is not kept
     */
    public Set<TransferFlag> flags() {
        Set<TransferFlag> flags = EnumSet.noneOf(TransferFlag.class);
        for (int bit = 0; bit < FLAGS.size(); bit++) {
            if ((bytes.get(2) & 1 << bit) != 0) {
                flags.add(FLAGS.get(bit));
            }
        }
        return flags;
    }

    /**
     * Which transfer.
     *
     * @return its id
     */
    public UUID id() {
        return uuid(4);
    }

    /**
     * The account that is debited.
     *
     * @return its id
     */
    public UUID debit() {
        return uuid(20);
    }

    /**
     * The account that is credited.
     *
     * @return its id
     */
    public UUID credit() {
        return uuid(36);
    }

    /**
     * How much is moved, set aside or released.
     *
     * @return minor units, 0 or more
     */
    public long amount() {
        return bytes.getLong(52);
    }

    /**
     * What it takes back from the pending counters.
     *
     * @return minor units, 0 or more
     */
    public long released() {
        return bytes.getLong(60);
    }

    /**
     * What it is for.
     *
     * @return the code
     */
    public int code() {
        return bytes.getInt(68);
    }

    /**
     * When the ledger took it; of one account no two have the same.
     *
     * @return microseconds since 1970
     */
    public long micros() {
        return bytes.getLong(72);
    }

    /**
     * When the ledger took it.
     *
     * @return the instant, to the microsecond
     */
    public Instant at() {
        return instant(micros());
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    /**
     * How long it may be pending.
     *
     * @return seconds; 0 without end
     */
    public long timeoutSeconds() {
        return bytes.getLong(80);
    }

    /**
     * The earlier transfer that it posts, voids, lets expire or reverses.
     *
     * @return its id; null for others
     */
    public @Nullable UUID related() {
        return has(RELATED) ? uuid(88) : null;
    }

    /**
     * The first transfer of the chain that it was made in.
     *
     * @return its id; null if it stood alone
     */
    public @Nullable UUID chain() {
        return has(CHAIN) ? uuid(104) : null;
    }

    /**
     * An id of the application's.
     *
     * @return the id; null if there is none
     */
    public @Nullable UUID reference() {
        return has(REFERENCE) ? uuid(120) : null;
    }

    /**
     * A number of the application's.
     *
     * @return the number; 0 for none
     */
    public long number() {
        return bytes.getLong(136);
    }

    /**
     * What it adds to the pending counters of both accounts.
     *
     * @return the change, negative where it releases
     */
    public long pending() {
        return kind() == TransferKind.PENDING ? amount() : -released();
    }

    /**
     * What it adds to the posted counters of both accounts.
     *
     * @return the change, 0 or more
     */
    public long posted() {
        return switch (kind()) {
            case SINGLE, POST, REVERSAL -> amount();
            case PENDING, VOID, EXPIRY -> 0;
        };
    }

    /**
     * What hides what it left on an account.
     *
     * @param account one of its two accounts
     * @return the seal of that side, 64 hexadecimal digits
     * @throws NotProvedException if it is none of them, or both
     */
    public String seal(UUID account) throws NotProvedException {
        boolean debited = account.equals(debit());
        require(debited != account.equals(credit()), "the transfer does not touch the account");
        int from = debited ? DEBIT_SEAL : CREDIT_SEAL;
        return HexFormat.of().formatHex(bytes.array(), from, from + 32);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransferLeaf leaf && Arrays.equals(leaf.bytes.array(), bytes.array());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes.array());
    }

    @Override
    public String toString() {
        return "TransferLeaf[" + kind() + " " + id() + ": " + amount() + " from " + debit() + " to " + credit() + " at "
                + at() + "]";
    }
}
