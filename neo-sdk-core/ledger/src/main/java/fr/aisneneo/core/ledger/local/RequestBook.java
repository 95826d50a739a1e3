package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The payment requests of a tenant. Used by the thread of its transaction. */
final class RequestBook {
    private static final Index<PaymentRequest> OPEN_BY_PAYER = Index.<PaymentRequest>named("by_payer")
            .string("payer", request -> request.payer().text())
            .instant("expires", PaymentRequest::expires)
            .when(request -> request.state() == PaymentRequest.State.OPEN)
            .build();

    private static final Index<PaymentRequest> OPEN_BY_PAYEE = Index.<PaymentRequest>named("open_by_payee")
            .string("payee", request -> request.payee().text())
            .instant("expires", PaymentRequest::expires)
            .when(request -> request.state() == PaymentRequest.State.OPEN)
            .build();

    private static final Index<PaymentRequest> BY_PAYEE = Index.<PaymentRequest>named("by_payee")
            .string("payee", request -> request.payee().text())
            .instant("expires", PaymentRequest::expires)
            .build();

    static final DocumentCollection<PaymentRequest> REQUESTS = DocumentCollection.json(
                    "ledger_payment_request",
                    PaymentRequest.class,
                    request -> request.id().toString())
            .index(OPEN_BY_PAYER)
            .index(OPEN_BY_PAYEE)
            .index(BY_PAYEE)
            .build();

    private final Documents<PaymentRequest> requests;
    private final Instant now;

    RequestBook(Transaction tx, TenantId tenant, Instant now) {
        this.requests = tx.documents(REQUESTS, tenant);
        this.now = now;
    }

    Optional<Document<PaymentRequest>> find(UUID id) {
        return requests.get(id.toString());
    }

    PaymentRequest insert(PaymentRequest request) {
        return requests.insert(request).value();
    }

    PaymentRequest update(PaymentRequest after, long version) {
        return requests.update(after, version).value();
    }

    /** Refuses one more where too many are open already: of the payee, or of the payee with this payer. */
    void requireRoomFor(PaymentRequest one) {
        List<PaymentRequest> open = requests.scan(Scan.by(OPEN_BY_PAYEE)
                        .equalTo(one.payee().text())
                        .after(now)
                        .limit(PaymentRequests.MAX_OPEN))
                .values();
        requireFewer(open.size(), PaymentRequests.MAX_OPEN);
        long between = open.stream()
                .filter(request -> request.payer().equals(one.payer()))
                .count();
        requireFewer(between, PaymentRequests.MAX_OPEN_PER_PAYER);
    }

    private static void requireFewer(long open, int limit) {
        if (open >= limit) {
            throw new RefusedException(LocalError.REQUESTS_TOO_MANY, Map.of("limit", limit));
        }
    }

    PaymentRequestPage waitingFor(AccountId payer, int limit, Optional<Cursor> after) {
        return page(Scan.by(OPEN_BY_PAYER).equalTo(payer.text()).after(now), limit, after);
    }

    PaymentRequestPage askedBy(AccountId payee, int limit, Optional<Cursor> after) {
        return page(Scan.by(BY_PAYEE).equalTo(payee.text()).descending(), limit, after);
    }

    private PaymentRequestPage page(Scan<PaymentRequest> scan, int limit, Optional<Cursor> after) {
        Page<PaymentRequest> page = requests.scan(scan.limit(limit).resume(after));
        return new PaymentRequestPage(
                page.values().stream().map(request -> request.at(now)).toList(), page.next());
    }
}
