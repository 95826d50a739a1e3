package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Backed.SOL;
import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static fr.aisneneo.core.ledger.book.TransferStatus.CREATED;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXCEEDS_CREDIT_ACCOUNT_LIMIT;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXCEEDS_DEBIT_ACCOUNT_LIMIT;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.rules.Verdict;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.tck.process.Crowd;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commands that share a transaction are answered as if each were alone. */
class TogetherTest {
    private static List<Done> together(Town town, Command... commands) {
        Commands shared = new Commands(town.neo, new LedgerClock(town.neo.clock()), new LeafKeys(town.neo.store()));
        return town.neo.store().write(Contention.none(), tx -> shared.run(tx, Town.TENANT, List.of(commands))).stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Command command(Actor actor, TransferRequest... batch) {
        return new Command(actor, List.of(batch), new TreeSet<>(), 1_000, books -> true);
    }

    @Test
    void oneThatIsRefusedTouchesNoOther() {
        try (Town town = new Town()) {
            AccountId annes = town.member(ANNE, 100);
            AccountId brunos = town.member(BRUNO, 1);
            TransferRequest first = town.pay(annes, brunos, 60);
            TransferRequest tooMuch = town.pay(annes, brunos, 41);
            TransferRequest rest = town.pay(annes, brunos, 40);

            List<Done> done = together(town, command(ANNE, first), command(ANNE, tooMuch), command(ANNE, rest));

            assertThat(done.stream().flatMap(one -> one.verdicts().stream()).map(Verdict::status))
                    .containsExactly(CREATED, EXCEEDS_DEBIT_ACCOUNT_LIMIT, CREATED);
            assertThat(town.balance(annes)).isZero();
            assertThat(town.balance(brunos)).isEqualTo(101);
        }
    }

    @Test
    void eachHasAnEventOfItsOwnByItsOwnActor() {
        try (Town town = new Town()) {
            AccountId annes = town.member(ANNE, 100);
            AccountId brunos = town.member(BRUNO, 100);
            TransferRequest one = town.pay(annes, brunos, 1);
            TransferRequest other = town.pay(brunos, annes, 2);

            together(town, command(ANNE, one), command(BRUNO, other, town.pay(brunos, annes, 3)));

            for (TransferRequest request : List.of(one, other)) {
                var transfer = town.ledger.history().transfer(CHIEF, request.id());
                var event = town.neo.journal().find(CHIEF, transfer.event()).orElseThrow();
                assertThat(event.actor()).isEqualTo((request.equals(one) ? ANNE : BRUNO).party());
                assertThat(town.neo
                                .journal()
                                .payload(event, LedgerEvents.TRANSFERS_MADE)
                                .transfers())
                        .hasSize(request.equals(one) ? 1 : 2)
                        .startsWith(request.id());
                assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
            }
        }
    }

    @Test
    void theSameRequestOfTwoCallersIsDoneOnce() {
        try (Town town = new Town()) {
            AccountId annes = town.member(ANNE, 100);
            AccountId brunos = town.member(BRUNO, 1);
            TransferRequest bread = town.pay(annes, brunos, 60);

            List<Done> done = together(town, command(ANNE, bread), command(ANNE, bread));

            Verdict first = done.get(0).verdicts().get(0);
            Verdict second = done.get(1).verdicts().get(0);
            assertThat(first.status()).isEqualTo(CREATED);
            assertThat(second.status()).isEqualTo(EXISTS);
            assertThat(Objects.requireNonNull(second.entry()).event())
                    .isEqualTo(done.get(0).told().event());
            assertThat(town.balance(brunos)).isEqualTo(61);
        }
    }

    @Test
    void oneThatWasDoneBeforeIsFoundAmongNewOnes() {
        try (Town town = new Town()) {
            AccountId annes = town.member(ANNE, 100);
            AccountId brunos = town.member(BRUNO, 1);
            TransferRequest before = town.pay(annes, brunos, 10);
            town.ledger.transfer(ANNE, before);

            List<Done> done = together(town, command(ANNE, town.pay(annes, brunos, 20)), command(ANNE, before));

            assertThat(done.stream().map(one -> one.verdicts().get(0).status())).containsExactly(CREATED, EXISTS);
            assertThat(town.balance(brunos)).isEqualTo(31);
        }
    }

    /** Who may what can depend on the thread, such as on who is signed in there. */
    @Test
    void thePolicyIsAskedOnTheThreadOfWhoeverCalls() throws Exception {
        Map<PartyId, Thread> callers = new ConcurrentHashMap<>();
        List<String> strangers = Collections.synchronizedList(new ArrayList<>());
        Policy standard = Policy.standard();
        Policy watching = new Policy() {
            @Override
            public boolean grants(Actor actor, Permission permission, @Nullable PartyId owner) {
                Thread caller = callers.get(actor.party());
                if (caller != null && caller != Thread.currentThread()) {
                    strangers.add(actor.party() + " on " + Thread.currentThread());
                }
                return standard.grants(actor, permission, owner);
            }

            @Override
            public boolean looksIntoStore() {
                return false;
            }
        };
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-26T09:00:00Z"));
        try (Town town = new Town(
                Neo.builder()
                        .storage("memory:")
                        .clock(clock::get)
                        .policy(watching)
                        .open(),
                clock)) {
            List<Actor> actors = new ArrayList<>();
            List<AccountId> accounts = new ArrayList<>();
            for (int number = 0; number < 6; number++) {
                actors.add(Town.actor(100 + number, Role.MEMBER));
                accounts.add(town.member(actors.get(number), 1_000));
            }
            Crowd.together(6, caller -> () -> {
                callers.put(actors.get(caller).party(), Thread.currentThread());
                for (int round = 0; round < 50; round++) {
                    town.ledger.transfer(
                            actors.get(caller), town.pay(accounts.get(caller), accounts.get((caller + 1) % 6), 1));
                }
                return true;
            });
        }
        assertThat(strangers).isEmpty();
    }

    /** The house's own money becomes what the exchange desk issues. */
    @Test
    void whatAnAccountWasTiedToIsLookedAtAgain() {
        try (Town town = new Town()) {
            AccountId issue = town.open(AccountTerms.house(SOL, 3, Side.DEBIT), Limits.NONE);
            AccountId reserve = town.open(AccountTerms.house(Currency.EUR, 4, Side.DEBIT), Limits.NEVER_OVERDRAWN);
            AccountId deposits = town.open(AccountTerms.house(Currency.EUR, 4, Side.CREDIT), Limits.NEVER_OVERDRAWN);
            AccountId annes = town.open(AccountTerms.member(SOL, 100, ANNE.party()), Limits.NEVER_OVERDRAWN.withMax(0));
            assertThat(town.ledger.submit(CHIEF, List.of(issued(town, issue, annes))))
                    .extracting(TransferResult::status)
                    .containsExactly(EXCEEDS_CREDIT_ACCOUNT_LIMIT);
            assertThatThrownBy(() -> town.ledger.transfer(CLERK, issued(town, issue, annes)))
                    .isInstanceOf(ForbiddenException.class);

            town.ledger.back(CHIEF, issue, reserve, 1, 1);
            town.ledger.changeLimits(CHIEF, annes, Limits.NEVER_OVERDRAWN);
            town.ledger.transfer(
                    CHIEF, TransferRequest.pay(town.id(), reserve, deposits, Money.euroCents(100), Town.BREAD));

            assertThat(town.ledger.transfer(CLERK, issued(town, issue, annes)).status())
                    .isEqualTo(CREATED);
        }
    }

    /** Between the question and the transaction, the house's account becomes what a currency is issued from. */
    @Test
    void whatWasAllowedForAnAccountAsItWasIsAskedForAnewOnceItIsAnother() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> {});
        Policy standard = Policy.standard();
        Policy policy = new Policy() {
            @Override
            public boolean grants(Actor actor, Permission permission, @Nullable PartyId owner) {
                if (!actor.equals(CLERK)) {
                    return standard.grants(actor, permission, owner);
                }
                meanwhile.getAndSet(() -> {}).run();
                return permission.equals(LedgerPermissions.HOUSE);
            }

            @Override
            public boolean looksIntoStore() {
                return false;
            }
        };
        AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-26T09:00:00Z"));
        try (Town town = new Town(
                Neo.builder()
                        .storage("memory:")
                        .clock(clock::get)
                        .policy(policy)
                        .open(),
                clock)) {
            AccountId issue = town.open(AccountTerms.house(SOL, 3, Side.DEBIT), Limits.NONE);
            AccountId reserve = town.open(AccountTerms.house(Currency.EUR, 4, Side.DEBIT), Limits.NEVER_OVERDRAWN);
            AccountId deposits = town.open(AccountTerms.house(Currency.EUR, 4, Side.CREDIT), Limits.NEVER_OVERDRAWN);
            AccountId annes = town.open(AccountTerms.member(SOL, 100, ANNE.party()), Limits.NEVER_OVERDRAWN.withMax(0));
            assertThat(town.ledger.submit(CHIEF, List.of(issued(town, issue, annes))))
                    .extracting(TransferResult::status)
                    .containsExactly(EXCEEDS_CREDIT_ACCOUNT_LIMIT);
            meanwhile.set(() -> {
                town.ledger.back(CHIEF, issue, reserve, 1, 1);
                town.ledger.changeLimits(CHIEF, annes, Limits.NEVER_OVERDRAWN);
                town.ledger.transfer(
                        CHIEF, TransferRequest.pay(town.id(), reserve, deposits, Money.euroCents(100), Town.BREAD));
                town.ledger.transfer(CHIEF, issued(town, issue, annes));
            });

            assertThatThrownBy(() -> town.ledger.transfer(CLERK, issued(town, issue, annes)))
                    .isInstanceOf(ForbiddenException.class);
            assertThat(town.balance(annes)).isEqualTo(5);
        }
    }

    private static TransferRequest issued(Town town, AccountId issue, AccountId to) {
        return TransferRequest.pay(town.id(), issue, to, Money.ofMinorUnits(5, SOL), Town.BREAD);
    }
}
