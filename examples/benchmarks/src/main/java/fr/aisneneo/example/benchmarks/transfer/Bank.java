package fr.aisneneo.example.benchmarks.transfer;

import fr.aisneneo.example.benchmarks.lab.Effort;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Pays one by one, or in batches. In the end money is neither made nor lost, what is sent again is done once, another
 * body under the same id is told, and what goes beyond a limit is refused; or the run ends. Subclasses say how one
 * pays.
 */
abstract class Bank implements Side {
    private final Payments payments;
    private final Terms terms;
    private final AtomicLong callers = new AtomicLong();
    private final AtomicReference<@Nullable List<Payment>> last = new AtomicReference<>();

    Bank(Terms terms) {
        this.payments = new Payments(terms.members());
        this.terms = terms;
    }

    /**
     * How a bank is used.
     *
     * @param members how many accounts pay each other, 2 or more
     * @param size how many transfers a call does; 1 is one by itself
     */
    record Terms(int members, int size) {
        Terms within(Effort effort) {
            return new Terms(Math.min(members, effort.accounts()), size);
        }
    }

    /** Pays one; durable when it returns. */
    abstract Answer pay(Payment payment) throws Exception;

    /**
     * Pays several, each once however often it is sent; durable when it returns.
     *
     * @return how many were not paid before
     */
    abstract int payAll(List<Payment> batch) throws Exception;

    /** Counts and adds up. */
    abstract Tally tally() throws Exception;

    /** What everything takes when it has come to rest, in bytes; nothing is asked of it afterwards. */
    abstract long weigh() throws Exception;

    final Terms terms() {
        return terms;
    }

    final Payments payments() {
        return payments;
    }

    @Override
    public final Caller caller() {
        SplittableRandom random = new SplittableRandom(callers.incrementAndGet());
        return () -> {
            int size = terms.size();
            List<Payment> batch = payments.batch(random, size);
            int created = size == 1 ? created(pay(batch.get(0))) : payAll(batch);
            if (created != size) {
                throw new IllegalStateException(created + " of " + size + " paid");
            }
            last.set(batch);
        };
    }

    private static int created(Answer answer) {
        return answer == Answer.CREATED ? 1 : 0;
    }

    @Override
    public final void check(long calls) throws Exception {
        long transfers = payments.members() + calls * terms.size();
        tally().require(transfers);
        List<Payment> before = last.get();
        if (before != null) {
            Payment one = before.get(0);
            require(Answer.EXISTS, pay(one));
            require(Answer.DIFFERS, pay(one.withAmount(one.amount() + 1)));
            require(Answer.REFUSED, pay(payments.excessive()));
            if (payAll(before) != 0) {
                throw new IllegalStateException("Paid twice");
            }
            tally().require(transfers);
        }
    }

    private static void require(Answer right, Answer given) {
        if (given != right) {
            throw new IllegalStateException(given + " where " + right + " is right");
        }
    }
}
