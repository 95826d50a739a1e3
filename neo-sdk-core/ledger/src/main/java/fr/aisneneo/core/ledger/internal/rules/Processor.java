package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Does a batch: single requests one by one, linked ones all or none. Given the same books and the same time, it always
 * answers the same. Used by one thread.
 */
public final class Processor {
    private final WorkingBooks books;
    private final Rules rules;
    private final long now;
    private final boolean trusting;

    /**
     * A processor for one batch.
     *
     * @param books what is there; gets the changes
     * @param now the time in microseconds since 1970
     * @param trusting whether to take ids as new without looking: right whenever {@linkplain WorkingBooks#records()
     *     what was made} turns out to be new when it is kept; else the batch is to be done again, looking
     * @param mostDue how much that is due it releases of one account; more throws a {@link TooManyDueException}
     */
    public Processor(WorkingBooks books, long now, boolean trusting, int mostDue) {
        this.books = books;
        this.rules = new Rules(books, now, mostDue);
        this.now = now;
        this.trusting = trusting;
    }

    /**
     * Does a batch.
     *
     * @param batch the requests
     * @return a verdict for each, in their order
     */
    public List<Verdict> process(List<TransferRequest> batch) {
        List<Verdict> verdicts = new ArrayList<>(batch.size());
        for (int from = 0; from < batch.size(); from = verdicts.size()) {
            int to = from;
            while (to < batch.size() && batch.get(to).has(TransferFlag.LINKED)) {
                to++;
            }
            if (to == batch.size()) {
                for (int open = from; open < to; open++) {
                    verdicts.add(Verdict.of(open == to - 1 ? LINKED_EVENT_CHAIN_OPEN : LINKED_EVENT_FAILED));
                }
            } else {
                verdicts.addAll(chain(batch.subList(from, to + 1)));
            }
        }
        return verdicts;
    }

    private List<Verdict> chain(List<TransferRequest> chain) {
        UUID id = chain.size() == 1 ? null : chain.get(0).id().value();
        if (trusting) {
            int mark = books.mark();
            List<Verdict> verdicts = run(chain, id, true);
            if (verdicts.get(verdicts.size() - 1).status() == CREATED) {
                return verdicts;
            }
            // What failed may fail for having been done before, which comes first.
            books.backTo(mark);
        }
        return carefully(chain, id);
    }

    private List<Verdict> carefully(List<TransferRequest> chain, @Nullable UUID id) {
        int mark = books.mark();
        List<Verdict> verdicts = run(chain, id, false);
        int last = verdicts.size() - 1;
        Verdict end = verdicts.get(last);
        if (end.status() == CREATED) {
            return verdicts;
        }
        books.backTo(mark);
        if (end.status() == EXISTS && last == 0) {
            List<Verdict> known = chain.stream().map(this::earlier).toList();
            if (known.stream().allMatch(verdict -> verdict.status() == EXISTS)) {
                return known;
            }
        }
        if (end.status().passing()) {
            books.put(new Failure(chain.get(last).id().value(), end.status(), now));
        }
        List<Verdict> failed = new ArrayList<>(chain.size());
        for (int index = 0; index < chain.size(); index++) {
            failed.add(index == last ? end : Verdict.of(LINKED_EVENT_FAILED));
        }
        return failed;
    }

    /** Up to the first that is not done. */
    private List<Verdict> run(List<TransferRequest> chain, @Nullable UUID id, boolean trust) {
        List<Verdict> verdicts = new ArrayList<>(chain.size());
        for (TransferRequest request : chain) {
            Verdict verdict = one(request, id, trust);
            verdicts.add(verdict);
            if (verdict.status() != CREATED) {
                return verdicts;
            }
        }
        if (verdicts.stream().anyMatch(this::leavesSomethingBehind)) {
            verdicts.set(verdicts.size() - 1, Verdict.of(CLEARING_NOT_ZERO));
        }
        return verdicts;
    }

    /** Whether an account that money only passes through is not at zero now. */
    private boolean leavesSomethingBehind(Verdict verdict) {
        Entry entry = Objects.requireNonNull(verdict.entry(), "what was done");
        return isLeft(entry.debit()) || isLeft(entry.credit());
    }

    private boolean isLeft(UUID account) {
        AccountState state = Objects.requireNonNull(books.account(account));
        return state.onlyPasses() && state.counters().net() != 0;
    }

    private Verdict one(TransferRequest request, @Nullable UUID chain, boolean trust) {
        TransferStatus id = RequestRules.id(request);
        if (id != CREATED) {
            return Verdict.of(id);
        }
        LedgerRecord made = books.made(request.id().value());
        if (made != null) {
            return compared(request, made);
        }
        if (!trust) {
            LedgerRecord known = books.record(request.id().value());
            if (known != null) {
                return compared(request, known);
            }
        }
        return rules.judge(request, chain);
    }

    private Verdict earlier(TransferRequest request) {
        LedgerRecord known = books.record(request.id().value());
        return known == null ? Verdict.of(LINKED_EVENT_FAILED) : compared(request, known);
    }

    private static Verdict compared(TransferRequest request, LedgerRecord known) {
        TransferStatus status = Repeats.compare(request, known);
        return status == EXISTS ? Verdict.of(status, (Entry) known) : Verdict.of(status);
    }
}
