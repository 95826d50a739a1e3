package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.TransferResult;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Transaction;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sells vouchers and redeems each once. The money of a voucher waits on a fund from the moment it is sold, so that it
 * is there when somebody comes; paying it out and taking it back have one id, so that only one of them ever happens.
 *
 * <p>A signature says that a voucher was written, not that it was sold: the transaction it was to be sold in may have
 * been lost, and its text kept. So the fund pays for nothing but a sale that the ledger has, and no more than that sale
 * brought in.
 *
 * <p>A sale is taken back with {@link #reclaim(Actor, UUID)} once the voucher has expired, never by reversing its
 * transfer: a voucher whose sale was reversed, be it by a single cent, is paid out to nobody, neither redeemed nor
 * reclaimed, and what is left of its money stays on the fund, until the application books it from there by a transfer
 * of its own.
 *
 * <p>Thread-safe.
 */
public final class Vouchers {
    private static final long SALE = 0;
    private static final long PAY_OUT = 1;

    /** The numbers that tell a payment out of the fund from the other kind. */
    private static final long REDEEMED = 0;

    private static final long RECLAIMED = 1;

    private final Neo neo;
    private final Ledger ledger;
    private final OwnIds ids;
    private final int code;

    private Vouchers(Neo neo, Ledger ledger, int code) {
        this.neo = neo;
        this.ledger = ledger;
        this.ids = new OwnIds(neo.store());
        this.code = code;
    }

    /**
     * Vouchers on a ledger.
     *
     * @param neo the open SDK
     * @param ledger its ledger
     * @param code what they are booked as, 1 to 65,535
     * @return the vouchers
     */
    public static Vouchers of(Neo neo, Ledger ledger, int code) {
        return new Vouchers(neo, ledger, code);
    }

    /**
     * Sells a voucher. The same again gives the same text. Within {@link Neo#atomically} the text is worth nothing
     * unless the whole is committed.
     *
     * @param actor who; needs {@link LedgerPermissions#PAY} for the owner of the buyer's account, or
     *     {@link LedgerPermissions#HOUSE} if it has none
     * @param voucher the voucher
     * @param buyer whose money it is made of
     * @param key the issuer's private key, Ed25519
     * @return its text
     * @throws InvalidInputException {@code input.out_of_range} if it has expired before it is sold
     * @throws RefusedException with a {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ConflictException if the id was used for another voucher
     * @throws ForbiddenException if the policy does not grant it
     */
    public String sell(Actor actor, Voucher voucher, AccountId buyer, PrivateKey key) {
        TransferId id = own(actor, voucher.id(), SALE);
        if (isOver(voucher.expires()) && !neo.store().read(tx -> isKnown(tx, actor, id))) {
            Instant first = neo.clock().instant();
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "expires", Map.of("min", first, "max", Voucher.LAST));
        }
        ledger.transfer(
                actor,
                TransferRequest.pay(id, buyer, voucher.fund(), voucher.amount(), code)
                        .about(voucher.id())
                        .numbered(voucher.expires().getEpochSecond()));
        return VoucherSigner.write(voucher, key);
    }

    /**
     * Redeems a voucher. The same payee with the same voucher again gets the same answer, also once it has expired.
     *
     * @param actor who; the application, for whoever shows it: needs {@link LedgerPermissions#HOUSE}, or
     *     {@link LedgerPermissions#PAY} for the owner of the fund if that has one
     * @param text what was scanned
     * @param key the issuer's public key, Ed25519
     * @param payee who gets the money
     * @return the answer, done
     * @throws InvalidInputException {@code ledger.local.voucher_false}
     * @throws RefusedException {@code ledger.local.voucher_expired}, {@code ledger.local.voucher_redeemed},
     *     {@code ledger.local.voucher_unsold} if the ledger has no sale of just this voucher, or the sale was reversed,
     *     even in part; or with a {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult redeem(Actor actor, String text, PublicKey key, AccountId payee) {
        Voucher voucher = VoucherSigner.read(text, key);
        return neo.store().write(between(actor, voucher.fund(), payee), tx -> {
            VoucherSale sale = sale(tx, actor, voucher.id());
            sale.requireOf(voucher);
            if (isOver(sale.expires()) && !isKnown(tx, actor, own(actor, sale.voucher(), PAY_OUT))) {
                throw new RefusedException(LocalError.VOUCHER_EXPIRED, Map.of("expires", sale.expires()));
            }
            return payOut(actor, sale, payee, REDEEMED);
        });
    }

    /**
     * Gives the money of a voucher that has expired and was never redeemed back to the account that it was sold to. The
     * same again gives the same answer.
     *
     * @param actor who; needs {@link LedgerPermissions#HOUSE}, or {@link LedgerPermissions#PAY} for the owner of the
     *     fund if that has one
     * @param voucher the id of the voucher; all else the ledger knows from its sale
     * @return the answer, done
     * @throws RefusedException {@code ledger.local.voucher_unsold}, {@code ledger.local.voucher_redeemed},
     *     {@code ledger.local.voucher_valid} before it has expired, or with a
     *     {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult reclaim(Actor actor, UUID voucher) {
        return reclaim(actor, voucher, null);
    }

    /**
     * Gives the money of a voucher that has expired and was never redeemed to another account than the one that it was
     * sold to, which may be closed or have a new owner.
     *
     * @param actor who; needs {@link LedgerPermissions#HOUSE}, or {@link LedgerPermissions#PAY} for the owner of the
     *     fund if that has one
     * @param voucher the id of the voucher; all else the ledger knows from its sale
     * @param account who gets the money
     * @return the answer, done
     * @throws RefusedException as {@link #reclaim(Actor, UUID)}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult reclaimTo(Actor actor, UUID voucher, AccountId account) {
        return reclaim(actor, voucher, account);
    }

    private TransferResult reclaim(Actor actor, UUID voucher, @Nullable AccountId other) {
        return neo.store().write(Contention.on(actor.tenant(), "ledger_voucher", voucher.toString()), tx -> {
            VoucherSale sale = sale(tx, actor, voucher);
            if (!isOver(sale.expires())) {
                throw new RefusedException(LocalError.VOUCHER_VALID, Map.of("expires", sale.expires()));
            }
            return payOut(actor, sale, other == null ? sale.buyer() : other, RECLAIMED);
        });
    }

    /** Asks the policy first: whoever may not pay out of the fund does not learn whether a voucher was sold. */
    private VoucherSale sale(Transaction tx, Actor actor, UUID voucher) {
        Optional<VoucherSale> sale = VoucherSale.find(tx, actor.tenant(), own(actor, voucher, SALE), voucher, code);
        PartyId owner = sale.isEmpty() ? null : sale.get().fundOwner();
        neo.policy().require(actor, owner == null ? LedgerPermissions.HOUSE : LedgerPermissions.PAY, owner);
        return sale.orElseThrow(VoucherSale::unsold);
    }

    private boolean isOver(Instant expires) {
        return !neo.clock().instant().isBefore(expires);
    }

    private static boolean isKnown(Transaction tx, Actor actor, TransferId id) {
        return new KeptBooks(tx, actor.tenant()).record(id.value()) != null;
    }

    private TransferResult payOut(Actor actor, VoucherSale sale, AccountId to, long how) {
        TransferRequest request =
                sale.payOut(own(actor, sale.voucher(), PAY_OUT), to, code).numbered(how);
        return neo.store().write(between(actor, sale.fund(), to), tx -> {
            TransferResult result = ledger.submit(actor, List.of(request)).get(0);
            if (result.status().differs()) {
                throw new RefusedException(LocalError.VOUCHER_REDEEMED);
            }
            if (!result.status().done()) {
                // Takes back that the id failed: a payee that cannot be paid must not spoil the voucher for others.
                throw new RefusedException(result.status(), Map.of("id", request.id()));
            }
            return result;
        });
    }

    private static Contention between(Actor actor, AccountId debit, AccountId credit) {
        return Contention.on(actor.tenant(), "ledger_account", debit.text())
                .and(actor.tenant(), "ledger_account", credit.text());
    }

    private TransferId own(Actor actor, UUID voucher, long step) {
        return new TransferId(ids.of(actor.tenant(), voucher, "voucher", step));
    }
}
