package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.local.Demurrage;
import fr.aisneneo.core.ledger.local.DemurrageRule;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that takes demurrage is killed while it does. */
@Tag("heavy")
class DemurrageCrashTest {
    private static final int ACCOUNTS = 120;
    private static final AccountId FUND = new AccountId(new UUID(56, 0));
    private static final DemurrageRule RULE = new DemurrageRule(
            "fonte",
            Fraction.percent(2),
            LocalDate.parse("2027-01-01"),
            ZoneId.of("Europe/Paris"),
            Town.AXO,
            Town.MEMBERS,
            FUND,
            60);

    @TempDir
    private Path directory;

    private static AccountId account(int number) {
        return new AccountId(new UUID(56, number + 1));
    }

    /** On the day of the demurrage. */
    private static Town town(String storage) {
        Town town = new Town(storage);
        town.advance(Duration.ofDays(60));
        return town;
    }

    @Test
    @Timeout(value = 4, unit = TimeUnit.MINUTES)
    void aRunThatWasKilledIsRunAgainAndTakesFromEachAccountOnce() {
        String storage = "rocksdb:" + directory.resolve("store");
        try (Town town = new Town(storage)) {
            AccountTerms house = AccountTerms.house(Town.AXO, 2, Side.CREDIT);
            town.ledger.openAccount(CHIEF, FUND, house, Limits.NONE);
            town.neo.atomically(() -> {
                for (int number = 0; number < ACCOUNTS; number++) {
                    PartyId owner = new PartyId(new UUID(57, number));
                    AccountTerms terms = AccountTerms.member(Town.AXO, Town.MEMBERS, owner);
                    town.ledger.openAccount(CHIEF, account(number), terms, Limits.NEVER_OVERDRAWN);
                    town.give(account(number), 5_000 + 10L * number);
                }
            });
        }
        for (int round = 0; round < 2; round++) {
            try (ChildJvm child = ChildJvm.start(Child.class, storage)) {
                assertThat(child.line()).isEqualTo("taking");
                child.kill();
            }
        }
        try (Town town = town(storage)) {
            Demurrage.of(town.neo, town.ledger).run(CHIEF, RULE);
            long expected = 0;
            for (int number = 0; number < ACCOUNTS; number++) {
                long before = 5_000 + 10L * number;
                assertThat(town.balance(account(number))).isEqualTo(before - before / 50);
                expected += before / 50;
            }
            assertThat(town.balance(FUND)).isEqualTo(expected);
            assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
        }
    }

    /** The other JVM. It says so as soon as something was taken, and goes on. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws Exception {
            try (Town town = town(arguments[0])) {
                Thread taking =
                        new Thread(() -> Demurrage.of(town.neo, town.ledger).run(CHIEF, RULE));
                long before = town.balance(FUND);
                taking.start();
                while (taking.isAlive() && town.balance(FUND) == before) {
                    taking.join(1);
                }
                System.out.println("taking");
                taking.join();
            }
        }
    }
}
