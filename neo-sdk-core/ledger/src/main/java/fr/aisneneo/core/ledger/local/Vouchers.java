package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
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
import fr.aisneneo.core.storage.Contention;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Map;

/**
 * Sells vouchers and redeems each once. The money of a voucher waits on a fund from the moment it is sold, so that it
 * is there when somebody comes; paying it out and taking it back have one id, so that only one of them ever happens.
 *
 * <p>Thread-safe.
 */
public final class Vouchers {
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
     * Sells a voucher. The same again gives the same text.
     *
     * @param actor who; needs {@link LedgerPermissions#PAY} for the owner of the buyer's account, or
     *     {@link LedgerPermissions#HOUSE} if it has none
     * @param voucher the voucher, its expiry in whole seconds
     * @param buyer whose money it is made of
     * @param key the issuer's private key, Ed25519
     * @return its text
     * @throws RefusedException with a {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ConflictException if the id was used for another voucher
     * @throws ForbiddenException if the policy does not grant it
     */
    public String sell(Actor actor, Voucher voucher, AccountId buyer, PrivateKey key) {
        TransferId id = new TransferId(ids.of(actor.tenant(), voucher.id(), "voucher", 0));
        ledger.transfer(
                actor,
                TransferRequest.pay(id, buyer, voucher.fund(), voucher.amount(), code)
                        .about(voucher.id())
                        .numbered(voucher.expires().getEpochSecond()));
        return VoucherSigner.write(voucher, key);
    }

    /**
     * Redeems a voucher. The same payee with the same voucher again gets the same answer.
     *
     * @param actor who; the application, for whoever shows it: needs {@link LedgerPermissions#HOUSE}, or
     *     {@link LedgerPermissions#PAY} for the owner of the fund if that has one
     * @param text what was scanned
     * @param key the issuer's public key, Ed25519
     * @param payee who gets the money
     * @return the answer, done
     * @throws InvalidInputException {@code ledger.local.voucher_false}
     * @throws RefusedException {@code ledger.local.voucher_expired}, {@code ledger.local.voucher_redeemed}, or with a
     *     {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult redeem(Actor actor, String text, PublicKey key, AccountId payee) {
        Voucher voucher = VoucherSigner.read(text, key);
        if (!neo.clock().instant().isBefore(voucher.expires())) {
            throw new RefusedException(LocalError.VOUCHER_EXPIRED, Map.of("expires", voucher.expires()));
        }
        return payOut(actor, voucher, payee);
    }

    /**
     * Takes the money of a voucher back that was never redeemed and has expired.
     *
     * @param actor who; needs {@link LedgerPermissions#HOUSE}, or {@link LedgerPermissions#PAY} for the owner of the
     *     fund if that has one
     * @param voucher the voucher
     * @param account who gets the money
     * @return the answer, done
     * @throws RefusedException {@code ledger.local.voucher_redeemed}, {@code ledger.local.voucher_valid} before it has
     *     expired, or with a {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferResult reclaim(Actor actor, Voucher voucher, AccountId account) {
        if (neo.clock().instant().isBefore(voucher.expires())) {
            throw new RefusedException(LocalError.VOUCHER_VALID, Map.of("expires", voucher.expires()));
        }
        return payOut(actor, voucher, account);
    }

    private TransferResult payOut(Actor actor, Voucher voucher, AccountId to) {
        TransferId id = new TransferId(ids.of(actor.tenant(), voucher.id(), "voucher", 1));
        TransferRequest request = TransferRequest.pay(id, voucher.fund(), to, voucher.amount(), code)
                .about(voucher.id());
        Contention accounts = Contention.on(
                        actor.tenant(), "ledger_account", voucher.fund().text())
                .and(actor.tenant(), "ledger_account", to.text());
        return neo.store().write(accounts, tx -> {
            TransferResult result = ledger.submit(actor, List.of(request)).get(0);
            if (result.status().differs()) {
                throw new RefusedException(LocalError.VOUCHER_REDEEMED);
            }
            if (!result.status().done()) {
                // Takes back that the id failed: a payee that cannot be paid must not spoil the voucher for others.
                throw new RefusedException(result.status(), Map.of("id", id));
            }
            return result;
        });
    }
}
