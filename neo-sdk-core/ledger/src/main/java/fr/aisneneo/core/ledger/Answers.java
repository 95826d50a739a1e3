package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells an actor what became of a batch, and of accounts only what it may see. */
final class Answers {
    private final Policy policy;
    private final Actor actor;
    private final KeptBooks books;
    private final Map<UUID, Boolean> visible = new HashMap<>();

    Answers(Policy policy, Actor actor, KeptBooks books) {
        this.policy = policy;
        this.actor = actor;
        this.books = books;
    }

    List<TransferResult> of(List<TransferRequest> batch, List<Verdict> verdicts, UUID event) {
        List<TransferResult> results = new ArrayList<>(batch.size());
        for (int index = 0; index < batch.size(); index++) {
            results.add(of(batch.get(index), verdicts.get(index), event));
        }
        return results;
    }

    private TransferResult of(TransferRequest request, Verdict verdict, UUID event) {
        Entry entry = verdict.entry();
        if (entry == null) {
            return new TransferResult(request.id(), verdict.status(), null, null, null);
        }
        Transfer transfer = Views.transfer(entry, entry.event() == null ? event : entry.event());
        return new TransferResult(
                request.id(),
                verdict.status(),
                transfer,
                sees(entry.debit()) ? verdict.debitAfter() : null,
                sees(entry.credit()) ? verdict.creditAfter() : null);
    }

    private boolean sees(UUID account) {
        return visible.computeIfAbsent(account, id -> {
            AccountState state = books.account(id);
            return state != null
                    && policy.grants(
                            actor,
                            LedgerPermissions.READ,
                            state.account().terms().owner());
        });
    }
}
