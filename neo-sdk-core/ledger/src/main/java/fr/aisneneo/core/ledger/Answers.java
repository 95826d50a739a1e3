package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Verdict;
import fr.aisneneo.core.ledger.proof.TransferProof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells an actor what became of a batch, and of accounts only what it may see. */
final class Answers {
    private final Predicate<UUID> sees;
    private final Actor actor;
    private final TransferProofs proofs;
    private final Map<UUID, Boolean> visible = new HashMap<>();

    /** Asks of each account once whether the actor may see it. */
    Answers(Predicate<UUID> sees, Actor actor, TransferProofs proofs) {
        this.sees = sees;
        this.actor = actor;
        this.proofs = proofs;
    }

    List<TransferResult> of(List<TransferRequest> batch, Done done) {
        List<TransferResult> results = new ArrayList<>(batch.size());
        for (int index = 0; index < batch.size(); index++) {
            results.add(of(batch.get(index), done.verdicts().get(index), done.told()));
        }
        return results;
    }

    private TransferResult of(TransferRequest request, Verdict verdict, Told told) {
        Entry entry = verdict.entry();
        if (entry == null) {
            return new TransferResult(request.id(), verdict.status());
        }
        Transfer transfer = Views.transfer(entry, entry.event() == null ? told.event() : entry.event());
        return new TransferResult(
                request.id(),
                verdict.status(),
                transfer,
                sees(entry.debit()) ? verdict.debitAfter() : null,
                sees(entry.credit()) ? verdict.creditAfter() : null,
                proof(proofs, actor, entry, told));
    }

    /** Keeps nothing of the transaction. */
    private static Supplier<@Nullable TransferProof> proof(TransferProofs proofs, Actor actor, Entry entry, Told told) {
        EventLeaves leaves = told.leaves();
        return entry.event() == null && leaves != null
                ? () -> leaves.proof(leaves.index(entry.id()), told.event())
                : () -> proofs.proof(actor, entry);
    }

    private boolean sees(UUID account) {
        return visible.computeIfAbsent(account, sees::test);
    }
}
