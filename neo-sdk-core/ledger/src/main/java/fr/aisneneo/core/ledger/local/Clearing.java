package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.TransferResult;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Leg;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.DerivedIds;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Settles debts that go round in circles without money: whoever owes a hundred and is owed a hundred needs none. A
 * {@linkplain #propose proposal} says of each debt how much of it goes round; nobody's balance changes by it, so that a
 * member without a cent can take part. A member that is at its greatest balance cannot, since the creditors are paid
 * first: with it the whole chain fails, and is proposed again without its debts.
 *
 * <p>Thread-safe.
 */
public final class Clearing {
    /** The most debts of a proposal. */
    public static final int MAX_DEBTS = 2_000;

    private Clearing() {}

    /**
     * Finds the most that can be settled: the circulation of the greatest sum within the debts. How long that takes
     * depends on their number and not on the amounts.
     *
     * @param debts up to {@value #MAX_DEBTS} debts
     * @return how much of which debts is settled, in their order; what each member owes by it is what it is owed
     * @throws InvalidInputException {@code input.out_of_range} for too many debts, one of oneself, one of no amount, or
     *     a sum that does not fit a {@code long}
     */
    public static List<Debt> propose(List<Debt> debts) {
        requireSense(debts, "debts");
        long[] settled = new Circulation(debts).greatest();
        List<Debt> proposal = new ArrayList<>();
        for (int index = 0; index < settled.length; index++) {
            if (settled[index] > 0) {
                Debt debt = debts.get(index);
                proposal.add(new Debt(debt.debtor(), debt.creditor(), settled[index]));
            }
        }
        return proposal;
    }

    private static void requireSense(List<Debt> debts, String field) {
        boolean sense = debts.size() <= MAX_DEBTS
                && debts.stream()
                        .allMatch(debt -> debt.amount() > 0 && !debt.debtor().equals(debt.creditor()));
        BigInteger sum =
                debts.stream().map(debt -> BigInteger.valueOf(debt.amount())).reduce(BigInteger.ZERO, BigInteger::add);
        if (!sense || sum.bitLength() >= Long.SIZE) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", 1, "max", MAX_DEBTS));
        }
    }

    private static void requireBalance(List<Debt> proposal) {
        Map<AccountId, Long> owed = new HashMap<>();
        for (Debt debt : proposal) {
            // No sum overflows: all of them together fit a long.
            owed.merge(debt.debtor(), -debt.amount(), Long::sum);
            owed.merge(debt.creditor(), debt.amount(), Long::sum);
        }
        if (owed.values().stream().anyMatch(net -> net != 0)) {
            throw new InvalidInputException(LocalError.CLEARING_UNBALANCED, "proposal");
        }
    }

    /**
     * Books a proposal as one chain, all or nothing: the house pays every creditor, then every debtor pays the house,
     * which is left as it was, and so is everybody else. Whether the debts exist and their parties agree is the
     * application's to know.
     *
     * @param ledger the ledger
     * @param actor who; needs {@link LedgerPermissions#HOUSE}, and {@link LedgerPermissions#PAY} for the owners of the
     *     debtors' accounts
     * @param id the id of the command: the same again gives the same answers
     * @param proposal a proposal, 1 to {@value #MAX_DEBTS} debts
     * @param house an account of the house that money only
     *     {@linkplain fr.aisneneo.core.ledger.book.AccountFlag#CLEARING passes through}, or one without limits, which a
     *     backed currency has not
     * @param currency what the debts are in
     * @param code what it is booked as, 1 to 65,535
     * @return the answers, done
     * @throws InvalidInputException {@code ledger.local.clearing_unbalanced} if what somebody owes by it is not what it
     *     is owed; {@code input.out_of_range} as {@link #propose}, for none at all, or if the house is one of the
     *     parties
     * @throws fr.aisneneo.core.error.RefusedException with a {@link fr.aisneneo.core.ledger.book.TransferStatus}, as
     *     {@code EXCEEDS_CREDIT_ACCOUNT_LIMIT} if a creditor would pass its greatest balance in between, though it is
     *     left as it was
     */
    public static List<TransferResult> settle(
            Ledger ledger,
            Actor actor,
            TransferId id,
            List<Debt> proposal,
            AccountId house,
            Currency currency,
            int code) {
        requireSense(proposal, "proposal");
        requireBalance(proposal);
        if (proposal.isEmpty()
                || proposal.stream().anyMatch(debt -> debt.debtor().equals(house))) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "proposal", Map.of("min", 1, "max", MAX_DEBTS));
        }
        List<TransferRequest> chain = new ArrayList<>();
        for (boolean paying : new boolean[] {true, false}) {
            for (Debt debt : proposal) {
                Leg leg = new Leg(paying ? debt.creditor() : debt.debtor(), debt.amount());
                TransferId own = new TransferId(DerivedIds.of(id.value(), "clearing", chain.size()));
                Money amount = Money.ofMinorUnits(leg.amount(), currency);
                chain.add(TransferRequest.pay(
                                own, paying ? house : leg.account(), paying ? leg.account() : house, amount, code)
                        .about(id.value()));
            }
        }
        return ledger.chain(actor, chain);
    }
}
