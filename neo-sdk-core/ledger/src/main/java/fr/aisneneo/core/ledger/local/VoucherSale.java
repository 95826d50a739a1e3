package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The sale of a voucher as the ledger has it.
 *
 * @param voucher which voucher
 * @param buyer whose money it was made of
 * @param fund where that money waits
 * @param fundOwner whose the fund is; null for one of the house
 * @param amount how much
 * @param expires when it is no longer taken
 */
record VoucherSale(
        UUID voucher,
        AccountId buyer,
        AccountId fund,
        @Nullable PartyId fundOwner,
        Money amount,
        Instant expires) {

    /** The sale under an id, unless there is none, or it was reversed and so has no money left. */
    static Optional<VoucherSale> find(Transaction tx, TenantId tenant, TransferId id, UUID voucher, int code) {
        KeptBooks books = new KeptBooks(tx, tenant);
        if (books.record(id.value()) instanceof Entry sale
                && sale.kind() == TransferKind.SINGLE
                && sale.code() == code
                && voucher.equals(sale.reference())
                && books.reversed(sale.id()) == 0) {
            return AccountPast.find(tx, tenant, sale.credit())
                    .map(fund -> new VoucherSale(
                            voucher,
                            new AccountId(sale.debit()),
                            new AccountId(sale.credit()),
                            fund.account().terms().owner(),
                            Money.ofMinorUnits(
                                    sale.amount(), fund.account().terms().currency()),
                            Instant.ofEpochSecond(sale.number())));
        }
        return Optional.empty();
    }

    /** Refuses a voucher of another fund, amount or expiry, whoever signed it. */
    void requireOf(Voucher shown) {
        if (!shown.equals(new Voucher(voucher, fund, amount, expires))) {
            throw unsold();
        }
    }

    TransferRequest payOut(TransferId id, AccountId to, int code) {
        return TransferRequest.pay(id, fund, to, amount, code).about(voucher);
    }

    static RefusedException unsold() {
        return new RefusedException(LocalError.VOUCHER_UNSOLD);
    }
}
