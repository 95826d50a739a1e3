package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Another JVM, in which some threads pay, set aside and settle until it is killed, and which tells what was done. */
final class CrashChild {
    /** Behind each line, so that one that was cut off is not taken for a whole one. */
    static final String END = ".";

    static final int ACCOUNTS = 6;
    private static final int CALLERS = 6;

    private CrashChild() {}

    static AccountId account(int number) {
        return new AccountId(new UUID(55, number));
    }

    public static void main(String[] arguments) {
        Town town = new Town("rocksdb:" + arguments[0]);
        for (int number = 0; number < ACCOUNTS; number++) {
            AccountTerms terms = AccountTerms.house(Town.AXO, 2, Side.CREDIT);
            town.ledger.openAccount(Town.CHIEF, account(number), terms, Limits.NONE);
        }
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int caller = 0; caller < CALLERS; caller++) {
            Random random = new Random(Long.parseLong(arguments[1]) * 100 + caller);
            Thread thread = new Thread(() -> {
                while (true) {
                    pay(town, random, out);
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        endWithTheParent();
    }

    private static void pay(Town town, Random random, OutputStream out) {
        int from = random.nextInt(ACCOUNTS);
        AccountId debit = account(from);
        AccountId credit = account((from + 1 + random.nextInt(ACCOUNTS - 1)) % ACCOUNTS);
        TransferRequest hold = town.hold(debit, credit, 1 + random.nextInt(50), 0);
        TransferRequest single = town.pay(credit, debit, 1 + random.nextInt(50));
        tell(out, town.ledger.submit(Town.CHIEF, List.of(hold.linked(), single)));
        TransferRequest settle = random.nextBoolean()
                ? TransferRequest.post(town.id(), hold.id())
                : TransferRequest.release(town.id(), hold.id());
        tell(out, town.ledger.submit(Town.CHIEF, List.of(settle)));
    }

    /** Writes to the pipe itself: what was told stays there when this process is gone. */
    private static void tell(OutputStream out, List<TransferResult> results) {
        StringBuilder lines = new StringBuilder();
        results.forEach(result -> lines.append(result.status())
                .append(' ')
                .append(result.id())
                .append(END)
                .append('\n'));
        synchronized (out) {
            try {
                out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Nothing is ever written to the standard input; it ends when the parent does. */
    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // goes on listening
            }
        } catch (IOException e) {
            // the same as its end
        }
        Runtime.getRuntime().halt(2);
    }
}
