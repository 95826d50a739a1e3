package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.proof.TransferProof;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The answer to a request. Immutable and thread-safe; equal where all but the proof is. */
public final class TransferResult {
    private final TransferId id;
    private final TransferStatus status;
    private final @Nullable Transfer transfer;
    private final @Nullable Counters debitAfter;
    private final @Nullable Counters creditAfter;
    private final Supplier<@Nullable TransferProof> proof;

    TransferResult(
            TransferId id,
            TransferStatus status,
            @Nullable Transfer transfer,
            @Nullable Counters debitAfter,
            @Nullable Counters creditAfter,
            Supplier<@Nullable TransferProof> proof) {
        this.id = id;
        this.status = status;
        this.transfer = transfer;
        this.debitAfter = debitAfter;
        this.creditAfter = creditAfter;
        this.proof = proof;
    }

    /** Of a request that is not done. */
    TransferResult(TransferId id, TransferStatus status) {
        this(id, status, null, null, null, () -> null);
    }

    /**
     * Which request this answers.
     *
     * @return the id of the request
     */
    public TransferId id() {
        return id;
    }

    /**
     * What became of it, and why.
     *
     * @return the status
     */
    public TransferStatus status() {
        return status;
    }

    /**
     * The transfer. Its event is what a receipt is made for.
     *
     * @return the transfer, of the first time if it was done before; null if it is not done
     */
    public @Nullable Transfer transfer() {
        return transfer;
    }

    /**
     * The counters that it left on the debited account.
     *
     * @return the counters; null if it is not done, if the actor may not see that account, or for a repetition if the
     *     account keeps no history
     */
    public @Nullable Counters debitAfter() {
        return debitAfter;
    }

    /**
     * The counters that it left on the credited account.
     *
     * @return the counters; null as for {@link #debitAfter}
     */
    public @Nullable Counters creditAfter() {
        return creditAfter;
    }

    /**
     * Shows that the transfer is among those that its event commits to. Computed now, from what the command left in
     * memory; for what was done before it is read from the store.
     *
     * @return the proof; null if it is not done
     * @throws fr.aisneneo.core.error.StorageException {@code ledger.event.damaged} if what is kept is not what the
     *     event commits to; {@code storage.closed} for what was done before, if the SDK was closed
     */
    public @Nullable TransferProof proof() {
        return proof.get();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransferResult result
                && result.id.equals(id)
                && result.status == status
                && Objects.equals(result.transfer, transfer)
                && Objects.equals(result.debitAfter, debitAfter)
                && Objects.equals(result.creditAfter, creditAfter);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, status);
    }

    @Override
    public String toString() {
        return "TransferResult[id=" + id + ", status=" + status + ", transfer=" + transfer + ", debitAfter="
                + debitAfter + ", creditAfter=" + creditAfter + "]";
    }
}
