package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.proof.NotProvedException;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.ledger.proof.TransferLeaf;
import fr.aisneneo.core.ledger.proof.TransferProof;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongBiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What one event commits to: the root over its transfers (RFC 9162, section 2.1.1), and the proofs that follow from it.
 * Proofs are computed when they are asked for. Thread-safe.
 */
public final class EventLeaves {
    private final LeafKey key;
    private final List<Entry> entries;
    /** For each entry, when its debited account had its transfer before, and its credited one. */
    private final long[] before;

    private final byte[] hashes;
    private final String root;
    private volatile @Nullable List<byte[]> levels;

    /**
     * The leaves of transfers.
     *
     * @param key the tenant's
     * @param entries the transfers in their order, with their event or without
     * @param before asked once for each account, with the first of these that touches it: when its last transfer before
     *     that one was, or {@link SideSeal#FIRST}
     */
    public EventLeaves(LeafKey key, List<Entry> entries, ToLongBiFunction<UUID, Entry> before) {
        this(key, entries, before, new HashMap<>());
    }

    /**
     * The leaves of transfers.
     *
     * @param key the tenant's
     * @param entries the transfers in their order, with their event or without
     * @param before asked once for each account that is not known
     * @param known the last transfers of accounts; gets those of these entries
     */
    public EventLeaves(LeafKey key, List<Entry> entries, ToLongBiFunction<UUID, Entry> before, Map<UUID, Long> known) {
        this.key = key;
        this.entries = List.copyOf(entries);
        this.before = new long[2 * entries.size()];
        this.hashes = new byte[entries.size() * LeafForm.HASH];
        LeafForm form = new LeafForm(key);
        int index = 0;
        for (Entry entry : entries) {
            long debit = before(entry.debit(), entry, before, known.put(entry.debit(), entry.at()));
            long credit = before(entry.credit(), entry, before, known.put(entry.credit(), entry.at()));
            this.before[2 * index] = debit;
            this.before[2 * index + 1] = credit;
            form.hash(entry, debit, credit, hashes, index++);
        }
        // Of none there is no root; only an event that lost all its transfers has none.
        this.root = index == 0 ? "" : HexFormat.of().formatHex(over(form, hashes.clone(), index));
    }

    private static long before(UUID account, Entry entry, ToLongBiFunction<UUID, Entry> before, @Nullable Long known) {
        return known == null ? before.applyAsLong(account, entry) : known;
    }

    /** Level by level; one that has no neighbour goes up as it is. */
    private static byte[] over(LeafForm form, byte[] level, int count) {
        for (int size = count; size > 1; size = up(form, level, size)) {
            // The next level is in the same place.
        }
        return Arrays.copyOf(level, LeafForm.HASH);
    }

    private static int up(LeafForm form, byte[] level, int size) {
        int pairs = size / 2;
        for (int pair = 0; pair < pairs; pair++) {
            form.join(level, 2 * pair, pair);
        }
        if (size % 2 == 1) {
            System.arraycopy(level, (size - 1) * LeafForm.HASH, level, pairs * LeafForm.HASH, LeafForm.HASH);
        }
        return size - pairs;
    }

    /**
     * The root over the leaves.
     *
     * @return 64 hexadecimal digits; empty for no transfers
     */
    public String root() {
        return root;
    }

    /**
     * Which of the transfers one is.
     *
     * @param id a transfer
     * @return its index; -1 if it is none of them
     */
    public int index(UUID id) {
        for (int index = 0; index < entries.size(); index++) {
            if (entries.get(index).id().equals(id)) {
                return index;
            }
        }
        return -1;
    }

    /**
     * The proof of one of the transfers.
     *
     * @param index which one, from 0
     * @param event the event that tells them
     * @return the proof
     */
    public TransferProof proof(int index, UUID event) {
        List<String> path = new ArrayList<>();
        int node = index;
        for (byte[] level : levels()) {
            int from = (node ^ 1) * LeafForm.HASH;
            if (from < level.length) {
                path.add(Base64.getEncoder().encodeToString(Arrays.copyOfRange(level, from, from + LeafForm.HASH)));
            }
            node /= 2;
        }
        byte[] leaf = new LeafForm(key).leaf(entries.get(index), before[2 * index], before[2 * index + 1]);
        try {
            return new TransferProof(event, TransferLeaf.parse(leaf), index, entries.size(), path);
        } catch (NotProvedException e) {
            throw new IllegalStateException("A leaf of the ledger's own", e);
        }
    }

    /** All hashes below the root, computed when the first proof is asked for. */
    private List<byte[]> levels() {
        List<byte[]> known = levels;
        if (known == null) {
            known = new ArrayList<>();
            LeafForm form = new LeafForm(key);
            byte[] level = hashes;
            for (int size = entries.size(); size > 1; ) {
                known.add(level);
                level = level.clone();
                size = up(form, level, size);
                level = Arrays.copyOf(level, size * LeafForm.HASH);
            }
            levels = known;
        }
        return known;
    }

    /**
     * Opens the seal of one side of one of the transfers, for those who may see that account.
     *
     * @param index which transfer, from 0
     * @param account one of its two accounts
     * @return what it hides
     */
    public SideSeal open(int index, UUID account) {
        Entry entry = entries.get(index);
        boolean debit = entry.debit().equals(account);
        return new LeafForm(key).open(entry, debit, before[debit ? 2 * index : 2 * index + 1]);
    }
}
