package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.math.BigInteger;
import java.util.Objects;

/** Whether a request is the one that was done before, for {@link Model}. */
final class ModelRepeats {
    private ModelRepeats() {}

    static TransferStatus compare(TransferRequest request, ModelBook.Fact fact) {
        TransferRequest first = fact.request;
        boolean follows = request.related() != null;
        if (request.debit() != null && !request.debit().equals(fact.debit)) {
            return EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT;
        }
        if (request.credit() != null && !request.credit().equals(fact.credit)) {
            return EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT;
        }
        if (request.kind() != first.kind()) {
            return EXISTS_WITH_DIFFERENT_KIND;
        }
        for (TransferFlag flag : TransferFlag.values()) {
            if (flag != TransferFlag.LINKED && request.has(flag) != first.has(flag)) {
                return EXISTS_WITH_DIFFERENT_FLAGS;
            }
        }
        if (!Objects.equals(request.related(), first.related())) {
            return EXISTS_WITH_DIFFERENT_RELATED;
        }
        if (request.timeoutSeconds() != first.timeoutSeconds()) {
            return EXISTS_WITH_DIFFERENT_TIMEOUT;
        }
        boolean sameAmount;
        if (ModelBook.isBalancing(request)) {
            sameAmount = BigInteger.valueOf(request.amount()).compareTo(fact.amount) >= 0
                    && (request.amount() == TransferRequest.ALL) == (first.amount() == TransferRequest.ALL);
        } else if (follows && request.amount() == TransferRequest.ALL) {
            sameAmount = first.amount() == TransferRequest.ALL;
        } else {
            sameAmount = BigInteger.valueOf(request.amount()).equals(fact.amount);
        }
        if (!sameAmount) {
            return EXISTS_WITH_DIFFERENT_AMOUNT;
        }
        return request.code() == fact.code || (follows && request.code() == 0) ? EXISTS : EXISTS_WITH_DIFFERENT_CODE;
    }
}
