package fr.aisneneo.example.benchmarks.transfer;

import fr.aisneneo.core.id.IdGenerator;
import fr.aisneneo.core.id.UuidV7Generator;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Makes payments, at the same small cost for every side. Thread-safe. */
final class Payments {
    /** The number of the account that all money comes from; those of the members are 1 and up. */
    static final int SUPPLY = 0;

    /** What each member has at first: more than can be paid in a round, so that nobody is refused. */
    static final long FUNDS = 1_000_000_000;

    private static final int MOST = 100;

    private final int members;
    // Not for secrets: a cheap source, the same for all sides.
    private final IdGenerator ids = new UuidV7Generator(InstantSource.system(), new Random(1));

    Payments(int members) {
        this.members = members;
    }

    int members() {
        return members;
    }

    /** Of a member to another one, both at random. */
    Payment next(SplittableRandom random) {
        int debit = random.nextInt(members);
        int credit = (debit + 1 + random.nextInt(members - 1)) % members;
        return new Payment(ids.next(), 1 + debit, 1 + credit, 1 + random.nextInt(MOST));
    }

    /** More than a member has. */
    Payment excessive() {
        return new Payment(ids.next(), 1, 2, (members + 1) * FUNDS);
    }

    List<Payment> batch(SplittableRandom random, int size) {
        List<Payment> batch = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            batch.add(next(random));
        }
        return batch;
    }

    /** What gives each member funds. */
    List<Payment> funding() {
        List<Payment> funding = new ArrayList<>(members);
        for (int member = 1; member <= members; member++) {
            funding.add(new Payment(ids.next(), SUPPLY, member, FUNDS));
        }
        return funding;
    }
}
