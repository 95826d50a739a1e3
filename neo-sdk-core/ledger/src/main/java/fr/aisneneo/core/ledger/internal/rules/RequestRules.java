package fr.aisneneo.core.ledger.internal.rules;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.UUID;

/** What a request shows by itself. Thread-safe. */
final class RequestRules {
    private static final UUID NIL = new UUID(0, 0);
    private static final UUID MAX = new UUID(-1, -1);

    private RequestRules() {}

    /** Whether its id can be one. */
    static TransferStatus id(TransferRequest request) {
        UUID id = request.id().value();
        if (id.equals(NIL)) {
            return ID_MUST_NOT_BE_NIL;
        }
        return id.equals(MAX) ? ID_MUST_NOT_BE_MAX : CREATED;
    }

    /** Whether the rest makes sense. */
    static TransferStatus shape(TransferRequest request) {
        TransferStatus parties = parties(request);
        return parties == CREATED ? options(request) : parties;
    }

    private static TransferStatus parties(TransferRequest request) {
        boolean follows = request.kind().followsAnother();
        if (request.kind() == TransferKind.EXPIRY) {
            return KIND_RESERVED;
        }
        if (follows && request.related() == null) {
            return RELATED_REQUIRED;
        }
        if (!follows && request.related() != null) {
            return RELATED_NOT_ALLOWED;
        }
        if (request.id().equals(request.related())) {
            return RELATED_MUST_BE_DIFFERENT;
        }
        if (!follows && request.debit() == null) {
            return DEBIT_ACCOUNT_REQUIRED;
        }
        if (!follows && request.credit() == null) {
            return CREDIT_ACCOUNT_REQUIRED;
        }
        return request.debit() != null && request.debit().equals(request.credit())
                ? ACCOUNTS_MUST_BE_DIFFERENT
                : CREATED;
    }

    private static TransferStatus options(TransferRequest request) {
        boolean pending = request.kind() == TransferKind.PENDING;
        boolean closing = request.has(TransferFlag.CLOSING_DEBIT) || request.has(TransferFlag.CLOSING_CREDIT);
        if (!pending && request.timeoutSeconds() != 0) {
            return TIMEOUT_RESERVED_FOR_PENDING;
        }
        if (request.timeoutSeconds() < 0 || request.timeoutSeconds() > TransferRequest.MAX_TIMEOUT_SECONDS) {
            return TIMEOUT_OUT_OF_RANGE;
        }
        if (closing && !pending) {
            return CLOSING_MUST_BE_PENDING;
        }
        if (request.kind().followsAnother() && balances(request)) {
            return BALANCING_NOT_ALLOWED;
        }
        int least = request.kind().followsAnother() ? 0 : 1;
        if (request.code() < least || request.code() > AccountTerms.MAX_CODE) {
            return CODE_OUT_OF_RANGE;
        }
        if (request.amount() < 0) {
            return AMOUNT_MUST_NOT_BE_NEGATIVE;
        }
        return request.amount() == 0 && !closing ? AMOUNT_MUST_NOT_BE_ZERO : CREATED;
    }

    static boolean balances(TransferRequest request) {
        return request.has(TransferFlag.BALANCING_DEBIT) || request.has(TransferFlag.BALANCING_CREDIT);
    }
}
