package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.id.TypedId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether a request is the one that was done before under its id. Thread-safe. */
final class Repeats {
    private Repeats() {}

    /**
     * Compares field by field. What a request may leave to the earlier transfer is compared only if it is given, and a
     * balancing amount is the same if what was moved is within it.
     */
    static TransferStatus compare(TransferRequest request, LedgerRecord known) {
        if (!(known instanceof Entry first)) {
            return ID_ALREADY_FAILED;
        }
        if (differs(request.debit(), first.debit())) {
            return EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT;
        }
        if (differs(request.credit(), first.credit())) {
            return EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT;
        }
        if (request.kind() != first.kind()) {
            return EXISTS_WITH_DIFFERENT_KIND;
        }
        if (!kept(request.flags()).equals(first.flags())) {
            return EXISTS_WITH_DIFFERENT_FLAGS;
        }
        if (!Objects.equals(request.related() == null ? null : request.related().value(), first.related())) {
            return EXISTS_WITH_DIFFERENT_RELATED;
        }
        if (request.timeoutSeconds() != first.timeoutSeconds()) {
            return EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        if (!sameAmount(request, first)) {
            return EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        return compareSubject(request, first);
    }

    private static TransferStatus compareSubject(TransferRequest request, Entry first) {
        boolean inherits = request.kind().followsAnother();
        if (request.code() != first.code() && !(inherits && request.code() == 0)) {
            return EXISTS_WITH_DIFFERENT_CODE;
        }
        if (!Objects.equals(request.reference(), first.reference()) && !(inherits && request.reference() == null)) {
            return EXISTS_WITH_DIFFERENT_REFERENCE;
        }
        if (request.number() != first.number() && !(inherits && request.number() == 0)) {
            return EXISTS_WITH_DIFFERENT_NUMBER;
        }
        return EXISTS;
    }

    private static boolean differs(@Nullable TypedId given, UUID first) {
        return given != null && !given.value().equals(first);
    }

    private static boolean sameAmount(TransferRequest request, Entry first) {
        if (RequestRules.balances(request)) {
            return request.amount() >= first.amount() && (request.amount() == TransferRequest.ALL) == first.all();
        }
        return (request.amount() == TransferRequest.ALL && request.kind().followsAnother())
                ? first.all()
                : request.amount() == first.amount();
    }

    /** The flags that are kept. */
    static Set<TransferFlag> kept(Set<TransferFlag> flags) {
        if (!flags.contains(TransferFlag.LINKED)) {
            return flags;
        }
        Set<TransferFlag> kept = EnumSet.copyOf(flags);
        kept.remove(TransferFlag.LINKED);
        return Set.copyOf(kept);
    }
}
