package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What brings about each status that is about an id, or about what was done under it before. */
final class RepeatCauses {
    private final Town town;
    private final AccountId house;
    private final AccountId other;
    private final List<Causes.Row> rows = new ArrayList<>();

    RepeatCauses(Town town, AccountId house, AccountId other) {
        this.town = town;
        this.house = house;
        this.other = other;
        ids();
        repetitions();
    }

    List<Causes.Row> rows() {
        return rows;
    }

    private void row(
            TransferStatus status,
            Supplier<TransferRequest> base,
            Consumer<Draft> cause,
            TransferStatus laterStatus,
            Consumer<Draft> later) {
        rows.add(new Causes.Row(status, base, cause, laterStatus, later));
    }

    private TransferRequest pay() {
        return town.pay(house, other, 100);
    }

    private TransferRequest hold() {
        return town.hold(house, other, 100, 60);
    }

    private void done(TransferRequest request) {
        town.ledger.transfer(Town.CHIEF, request);
    }

    private void ids() {
        row(
                ID_MUST_NOT_BE_NIL,
                this::pay,
                d -> d.id = new TransferId(new UUID(0, 0)),
                AMOUNT_MUST_NOT_BE_ZERO,
                d -> d.amount = 0);
        row(
                ID_MUST_NOT_BE_MAX,
                this::pay,
                d -> d.id = new TransferId(new UUID(-1, -1)),
                AMOUNT_MUST_NOT_BE_ZERO,
                d -> d.amount = 0);
        TransferRequest failed = town.pay(town.member(ANNE), other, 5);
        town.status(failed);
        row(ID_ALREADY_FAILED, this::pay, d -> d.id = failed.id(), KIND_RESERVED, d -> d.kind = TransferKind.EXPIRY);
        // What was done before is not judged again, though it could not be done now.
        AccountId poor = town.member(ANNE, 100);
        TransferRequest spent = town.pay(poor, other, 100);
        done(spent);
        row(EXISTS, this::pay, d -> copy(d, spent), EXCEEDS_DEBIT_ACCOUNT_LIMIT, d -> d.debit = poor);
    }

    private static void copy(Draft draft, TransferRequest from) {
        draft.id = from.id();
        draft.debit = from.debit();
        draft.credit = from.credit();
        draft.amount = from.amount();
    }

    /** A request that was done before; each difference in a field comes before one in a later field. */
    private void repetitions() {
        TransferRequest hold = hold().about(new UUID(5, 5)).numbered(7);
        done(hold);
        Supplier<TransferRequest> again = () -> hold;
        Consumer<Draft> credit = d -> d.credit = house;
        Consumer<Draft> kind = d -> d.kind = TransferKind.SINGLE;
        Consumer<Draft> flags = d -> d.flags.add(TransferFlag.BALANCING_DEBIT);
        Consumer<Draft> related = d -> d.related = town.id();
        Consumer<Draft> timeout = d -> d.timeout = 61;
        Consumer<Draft> amount = d -> d.amount = 101;
        Consumer<Draft> code = d -> d.code = 8;
        Consumer<Draft> reference = d -> d.reference = null;
        Consumer<Draft> number = d -> d.number = 8;
        row(
                EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT,
                again,
                d -> d.debit = other,
                EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT,
                credit);
        row(EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT, again, credit, EXISTS_WITH_DIFFERENT_KIND, kind);
        row(EXISTS_WITH_DIFFERENT_KIND, again, kind, EXISTS_WITH_DIFFERENT_FLAGS, flags);
        row(EXISTS_WITH_DIFFERENT_FLAGS, again, flags, EXISTS_WITH_DIFFERENT_RELATED, related);
        row(EXISTS_WITH_DIFFERENT_RELATED, again, related, EXISTS_WITH_DIFFERENT_TIMEOUT, timeout);
        row(EXISTS_WITH_DIFFERENT_TIMEOUT, again, timeout, EXISTS_WITH_DIFFERENT_AMOUNT, amount);
        row(EXISTS_WITH_DIFFERENT_AMOUNT, again, amount, EXISTS_WITH_DIFFERENT_CODE, code);
        row(EXISTS_WITH_DIFFERENT_CODE, again, code, EXISTS_WITH_DIFFERENT_REFERENCE, reference);
        row(EXISTS_WITH_DIFFERENT_REFERENCE, again, reference, EXISTS_WITH_DIFFERENT_NUMBER, number);
        row(EXISTS_WITH_DIFFERENT_NUMBER, again, number, EXISTS, d -> {});
    }
}
