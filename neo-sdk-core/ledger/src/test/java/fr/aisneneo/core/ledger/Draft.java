package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Currency;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request that a test changes field by field, also into what makes no sense. */
final class Draft {
    TransferId id;
    TransferKind kind;

    @Nullable AccountId debit;

    @Nullable AccountId credit;

    long amount;

    @Nullable Currency currency;

    int code;

    @Nullable TransferId related;

    long timeout;
    final Set<TransferFlag> flags = EnumSet.noneOf(TransferFlag.class);

    @Nullable UUID reference;

    long number;

    Draft(TransferRequest from) {
        id = from.id();
        kind = from.kind();
        debit = from.debit();
        credit = from.credit();
        amount = from.amount();
        currency = from.currency();
        code = from.code();
        related = from.related();
        timeout = from.timeoutSeconds();
        flags.addAll(from.flags());
        reference = from.reference();
        number = from.number();
    }

    TransferRequest request() {
        return new TransferRequest(
                id, kind, debit, credit, amount, currency, code, related, timeout, flags, reference, number);
    }
}
