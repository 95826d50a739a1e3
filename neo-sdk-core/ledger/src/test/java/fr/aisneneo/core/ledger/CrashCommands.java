package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Leg;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.MultiLegTransfer;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What callers command in a life of a process: each command follows from the numbers of the seed, the life, the caller
 * and its place, so that whoever knows them can send it again, and know whether it is the same.
 */
record CrashCommands(long seed, int life) {
    static final int CALLERS = 6;
    static final int ACCOUNTS = 6;
    private static final int KINDS = 14;
    private static final int HOLD = 3;
    private static final int CHAIN = 5;
    private static final int PENDING_CHAIN = 6;
    private static final long[] TIMEOUTS = {0, 0, 1, 1, 2, 3_600};

    /** What is sent as a whole: requests, or the pending chain to post. */
    record Command(List<TransferRequest> requests, @Nullable TransferId settled) {

        /** Sends it, and writes down what it was answered. */
        String send(Ledger ledger, TransferId id) {
            try {
                List<TransferResult> results = settled == null
                        ? ledger.submit(Town.CHIEF, requests)
                        : ledger.postChain(Town.CHIEF, id, settled);
                return CrashAnswer.of(results);
            } catch (NeoException e) {
                return e.code();
            }
        }

        /** Whether it is done as a whole or not at all. */
        boolean isChain() {
            return settled != null || requests.get(0).has(TransferFlag.LINKED);
        }
    }

    static void open(Town town) {
        for (int number = 0; number < ACCOUNTS; number++) {
            boolean history = number % 2 == 1;
            AccountTerms terms = AccountTerms.house(Town.AXO, 2, Side.CREDIT);
            town.ledger.openAccount(
                    Town.CHIEF,
                    account(number),
                    history ? terms.with(AccountFlag.HISTORY) : terms,
                    number < 2 ? Limits.NEVER_OVERDRAWN.withMax(2_000) : Limits.NONE);
        }
    }

    static AccountId account(int number) {
        return new AccountId(new UUID(55, number));
    }

    private long number(int caller, int index) {
        return new SplittableRandom(((seed * 31 + life) * 31 + caller) * 1_000_003 + index).nextLong();
    }

    private int kind(int caller, int index) {
        return Math.floorMod(number(caller, index), KINDS);
    }

    /** The id of a part of a command. */
    TransferId id(int caller, int index, int part) {
        return new TransferId(new UUID(seed << 16 | life, (long) caller << 40 | (long) index << 8 | part));
    }

    Command command(int caller, int index) {
        Random random = new Random(number(caller, index));
        int from = random.nextInt(ACCOUNTS);
        AccountId debit = account(from);
        AccountId credit = account((from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS);
        Money amount = Money.ofMinorUnits(1 + random.nextInt(50), Town.AXO);
        long timeout = TIMEOUTS[random.nextInt(TIMEOUTS.length)];
        TransferRequest pay = TransferRequest.pay(id(caller, index, 0), debit, credit, amount, Town.BREAD);
        TransferRequest hold = TransferRequest.hold(id(caller, index, 0), debit, credit, amount, Town.BREAD, timeout);
        TransferRequest back = TransferRequest.pay(id(caller, index, 1), credit, debit, amount, Town.BREAD);
        return switch (kind(caller, index)) {
            case HOLD, HOLD + 1 -> one(hold);
            case CHAIN -> new Command(List.of(hold.linked(), back), null);
            case PENDING_CHAIN -> {
                TransferRequest second =
                        TransferRequest.hold(id(caller, index, 1), credit, debit, amount, Town.BREAD, timeout);
                yield new Command(List.of(hold.linked(), second), null);
            }
            case 7, 8 -> one(settlement(random, caller, index));
            case 9 ->
                one(TransferRequest.reverse(id(caller, index, 0), earlier(random, caller, index, 0, HOLD - 1))
                        .amount(1 + random.nextInt(20)));
            case 10 -> {
                List<TransferRequest> batch = new ArrayList<>(List.of(pay, back));
                batch.add(settlement(random, caller, index));
                yield new Command(batch, null);
            }
            case 11 ->
                new Command(
                        LegPairs.of(new MultiLegTransfer(
                                id(caller, index, 9),
                                List.of(new Leg(debit, 7), new Leg(credit, 4)),
                                List.of(new Leg(account(4), 5), new Leg(account(5), 6)),
                                Town.BREAD)),
                        null);
            case 12 -> {
                TransferRequest tooMuch = TransferRequest.pay(
                        id(caller, index, 1), account(0), account(4), Money.ofMinorUnits(9_999, Town.AXO), Town.BREAD);
                yield new Command(List.of(hold.linked(), tooMuch), null);
            }
            case 13 -> new Command(List.of(), earlier(random, caller, index, PENDING_CHAIN, PENDING_CHAIN));
            default -> one(pay);
        };
    }

    private static Command one(TransferRequest request) {
        return new Command(List.of(request), null);
    }

    private TransferRequest settlement(Random random, int caller, int index) {
        TransferId hold = earlier(random, caller, index, HOLD, PENDING_CHAIN);
        TransferId id = id(caller, index, 2);
        return switch (random.nextInt(3)) {
            case 0 -> TransferRequest.post(id, hold);
            case 1 -> TransferRequest.post(id, hold).amount(1);
            default -> TransferRequest.release(id, hold);
        };
    }

    /** Something of these kinds that some caller most likely did by now, in this life or the one before. */
    private TransferId earlier(Random random, int caller, int index, int first, int last) {
        CrashCommands lived = life > 0 && random.nextInt(4) == 0 ? new CrashCommands(seed, life - 1) : this;
        for (int attempt = 0; attempt < 20; attempt++) {
            int other = random.nextInt(3) == 0 ? random.nextInt(CALLERS) : caller;
            int place = Math.max(0, index - 1 - random.nextInt(12));
            int kind = lived.kind(other, place);
            if (kind >= first && kind <= last) {
                return lived.id(other, place, 0);
            }
        }
        return id(caller, index, 99);
    }
}
