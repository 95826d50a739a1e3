package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.rules.Verdict;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Contention;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A ledger and the model side by side: both are told the same, and asked the same. */
final class SideBySide {
    /** No multiple of the clock's steps, so that nothing is due at the very instant of a step. */
    static final long[] TIMEOUTS = {0, 0, 1, 2, 4, 7};

    private static final Duration STEP = Duration.ofMillis(1_500);

    /** What one step does, by numbers that mean something only within the run. */
    record Step(int what, int from, int to, long amount, int earlier, int timeout, int flags) {}

    final Town town;
    final Model model = new Model();
    final List<AccountId> accounts = new ArrayList<>();
    final List<TransferRequest> sent = new ArrayList<>();
    final List<TransferRequest> chain = new ArrayList<>();
    final List<TransferRequest> done = new ArrayList<>();
    final Map<TransferStatus, Integer> seen = new EnumMap<>(TransferStatus.class);

    /** How many commands share a transaction. */
    private final int together;

    private final List<List<TransferRequest>> commands = new ArrayList<>();
    private final LedgerClock clock;
    private final Commands shared;

    SideBySide(Town town) {
        this(town, 1);
    }

    SideBySide(Town town, int together) {
        this.town = town;
        this.together = together;
        this.clock = new LedgerClock(town.neo.clock());
        this.shared = new Commands(town.neo, clock, new LeafKeys(town.neo.store()));
        add(AXO, Side.CREDIT, Limits.NONE);
        add(AXO, Side.CREDIT, Limits.NEVER_OVERDRAWN, AccountFlag.HISTORY);
        add(AXO, Side.CREDIT, Limits.NONE.withMin(-50).withMax(120), AccountFlag.HISTORY);
        add(AXO, Side.DEBIT, Limits.NONE.withMin(0).withMax(200));
        add(AXO, Side.CREDIT, Limits.NONE, AccountFlag.NO_DEBIT_OVER_CREDIT);
        add(AXO, Side.DEBIT, Limits.NONE, AccountFlag.NO_CREDIT_OVER_DEBIT, AccountFlag.HISTORY);
        add(Currency.EUR, Side.CREDIT, Limits.NONE);
        add(AXO, Side.CREDIT, Limits.NONE, AccountFlag.CLEARING);
        // The last one is never opened.
        accounts.add(town.ledger.newAccountId());
        model.time(town.now());
    }

    private void add(Currency currency, Side side, Limits limits, AccountFlag... flags) {
        AccountTerms terms = AccountTerms.house(currency, 2, side).with(flags);
        AccountId id = town.open(terms, limits);
        accounts.add(id);
        model.add(town.account(id));
    }

    void step(Step step) {
        if (step.what() < 3) {
            run();
        }
        switch (step.what()) {
            case 0, 1 -> moveClock(step);
            case 2 -> changeLimits(step);
            case 3 -> send(again(step));
            case 19 -> passThrough(step);
            default -> send(request(step));
        }
    }

    /** Forward, and now and then back: time goes on from where it was. */
    private void moveClock(Step step) {
        town.advance(STEP.multipliedBy(step.what() == 0 ? 1 + step.from() % 3 : -2));
        clock.now();
        model.time(town.now());
    }

    private void changeLimits(Step step) {
        AccountId id = accounts.get(step.from() % 6);
        Limits limits = step.to() < 2
                ? Limits.NONE
                : Limits.NONE.withMin(-10L * step.earlier()).withMax(100L + 10L * step.to());
        town.ledger.changeLimits(CHIEF, id, limits);
        model.limits(id, limits);
    }

    /** Mostly something that can be followed, and now and then anything. */
    private TransferId earlier(Step step, TransferKind kind) {
        List<TransferRequest> known = step.to() < 2
                ? sent
                : done.stream().filter(request -> request.kind() == kind).toList();
        return known.isEmpty()
                ? town.id()
                : known.get(known.size() - 1 - step.earlier() % known.size()).id();
    }

    /** Mostly an account that can pay others. */
    private AccountId account(int number) {
        return accounts.get(number < 9 ? number : number % 6);
    }

    private static TransferKind reversible(Step step) {
        return step.from() % 3 == 0 ? TransferKind.POST : TransferKind.SINGLE;
    }

    private TransferRequest request(Step step) {
        TransferRequest made = switch (step.what()) {
            case 4, 5, 6 -> TransferRequest.post(town.id(), earlier(step, TransferKind.PENDING));
            case 7, 8 -> TransferRequest.release(town.id(), earlier(step, TransferKind.PENDING));
            case 9, 10 -> TransferRequest.reverse(town.id(), earlier(step, reversible(step)));
            case 11, 12, 13, 14 -> hold(step.from(), step.to(), step.amount(), TIMEOUTS[step.timeout()]);
            case 15 -> close(step);
            default -> hold(step.from(), step.to(), step.amount(), -1);
        };
        boolean part = made.kind().followsAnother() && step.timeout() > 2;
        made = part ? made.amount(step.amount()) : made;
        if (!made.kind().followsAnother()) {
            made = (step.flags() & 1) == 0 ? made : made.flag(TransferFlag.BALANCING_DEBIT);
            made = (step.flags() & 2) == 0 ? made : made.flag(TransferFlag.BALANCING_CREDIT);
        }
        return made;
    }

    /** From one to another by the account that money only passes through; now and then not all of it. */
    private void passThrough(Step step) {
        int clearing = 7;
        send(hold(step.from(), clearing, step.amount(), -1), true);
        long onward = step.earlier() % 5 == 0 && step.amount() > 1 ? step.amount() - 1 : step.amount();
        send(hold(clearing, step.to(), onward, -1), false);
    }

    /** Rarely, since nothing goes on with a closed account. */
    private TransferRequest close(Step step) {
        return step.earlier() < 3
                ? TransferRequest.close(town.id(), account(step.from()), account(step.to()), Town.BREAD)
                : hold(step.from(), step.to(), step.amount(), 0);
    }

    /** A hold, or a payment for a timeout below zero. */
    private TransferRequest hold(int from, int to, long amount, long timeout) {
        TransferRequest request = timeout < 0
                ? town.pay(account(from), account(to), 1)
                : town.hold(account(from), account(to), 1, timeout);
        Draft draft = new Draft(request);
        draft.amount = amount;
        draft.currency = null;
        return draft.request();
    }

    /** Something that was sent before, the same or with another field. */
    private TransferRequest again(Step step) {
        if (sent.isEmpty()) {
            return request(step);
        }
        Draft draft = new Draft(sent.get(sent.size() - 1 - step.earlier() % sent.size()));
        draft.flags.remove(TransferFlag.LINKED);
        switch (step.from()) {
            case 0 -> draft.amount = Math.abs(step.amount());
            case 1 -> draft.code = 9;
            case 2 -> draft.debit = account(step.to());
            case 3 -> draft.credit = account(step.to());
            default -> {}
        }
        boolean sense = draft.kind == TransferKind.PENDING || draft.flags.isEmpty();
        return sense ? draft.request() : sent.get(sent.size() - 1);
    }

    /** Alone, or linked with what comes next. */
    private void send(TransferRequest request) {
        send(request, request.id().value().getLeastSignificantBits() % 4 == 0 && chain.size() < 4);
    }

    private void send(TransferRequest request, boolean linked) {
        sent.add(request);
        chain.add(linked ? request.linked() : request);
        if (!linked) {
            flush();
        }
    }

    void flush() {
        if (chain.isEmpty()) {
            return;
        }
        commands.add(List.copyOf(chain));
        chain.clear();
        if (commands.size() == together) {
            run();
        }
    }

    /** Does what waits, in one transaction. */
    void run() {
        List<List<TransferStatus>> answers = together == 1 ? oneByOne() : inOneTransaction();
        for (int command = 0; command < commands.size(); command++) {
            List<TransferRequest> sent = commands.get(command);
            List<TransferStatus> actual = answers.get(command);
            assertThat(actual).as("answers to %s", sent).isEqualTo(model.submit(sent));
            for (int index = 0; index < actual.size(); index++) {
                seen.merge(actual.get(index), 1, Integer::sum);
                if (actual.get(index) == TransferStatus.CREATED) {
                    done.add(sent.get(index));
                }
            }
        }
        commands.clear();
    }

    private List<List<TransferStatus>> oneByOne() {
        return commands.stream()
                .map(command -> town.ledger.submit(CHIEF, command).stream()
                        .map(TransferResult::status)
                        .toList())
                .toList();
    }

    private List<List<TransferStatus>> inOneTransaction() {
        List<Command> all = commands.stream()
                .map(command -> new Command(CHIEF, command, new TreeSet<>(), 1_000, books -> true))
                .toList();
        List<@Nullable Done> answers =
                town.neo.store().write(Contention.none(), tx -> shared.run(tx, CHIEF.tenant(), all));
        return answers.stream()
                .map(done -> Objects.requireNonNull(done).verdicts().stream()
                        .map(Verdict::status)
                        .toList())
                .toList();
    }

    void compare() {
        if (!commands.isEmpty()) {
            // Between commands that share a transaction, there is nothing to be seen.
            return;
        }
        Map<Currency, BigInteger> sums = new HashMap<>();
        for (AccountId id : accounts.subList(0, accounts.size() - 1)) {
            Account account = town.account(id);
            assertThat(account.counters()).as("counters of %s", id).isEqualTo(model.counters(id));
            assertThat(account.closed()).as("%s is closed", id).isEqualTo(model.closed(id));
            sums.merge(
                    account.terms().currency(),
                    BigInteger.valueOf(account.counters().net()),
                    BigInteger::add);
        }
        assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
    }
}
