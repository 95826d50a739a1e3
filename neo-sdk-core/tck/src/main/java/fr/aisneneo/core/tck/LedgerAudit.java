package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.Storage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a {@link Ledger} reported, and whether a store holds it. Used by one thread. */
final class LedgerAudit {
    private final long[] acknowledged = new long[Ledger.THREADS];
    private final long[] versions = new long[Ledger.THREADS];
    private final List<Set<Long>> versionsGiven = new ArrayList<>();
    private long seen;

    LedgerAudit() {
        for (int thread = 0; thread < Ledger.THREADS; thread++) {
            versionsGiven.add(new HashSet<>());
        }
    }

    /** Takes a report in; returns whether it was an acknowledgement. */
    boolean note(String report) {
        String[] words = report.split(" ", -1);
        if (words[0].equals("SAW")) {
            seen = Math.max(seen, Long.parseLong(words[1]));
            return false;
        }
        assertThat(words[0]).isEqualTo("WROTE");
        int thread = Integer.parseInt(words[1]);
        long number = Long.parseLong(words[2]);
        assertThat(number).as("transactions of thread %s without a gap", thread).isGreaterThan(acknowledged[thread]);
        acknowledged[thread] = number;
        versions[thread] = Long.parseLong(words[3]);
        assertThat(versionsGiven.get(thread).add(versions[thread]))
                .as("version %s of a document is given once", versions[thread])
                .isTrue();
        return true;
    }

    /** Expects every acknowledged transaction, and of the others each one whole or not at all. */
    void expectComplete(Storage storage) {
        new Space(storage, Ledger.TENANT).reading(tx -> {
            for (int thread = 0; thread < Ledger.THREADS; thread++) {
                long number = Ledger.count(tx, Ledger.counter(thread));
                assertThat(number)
                        .as("transactions of thread %s, of which at most the last was not acknowledged", thread)
                        .isBetween(acknowledged[thread], acknowledged[thread] + 1);
                if (number > 0 && number == acknowledged[thread]) {
                    assertThat(tx.get(PLAIN, Ledger.churn(thread)).version()).isEqualTo(versions[thread]);
                }
            }
            assertThat(Ledger.count(tx, Ledger.ALL)).as("what a reader saw").isGreaterThanOrEqualTo(seen);
            expectWhole(tx);
        });
    }

    /** Expects that there is no half transaction, whatever is missing. */
    void expectWhole(Storage storage) {
        new Space(storage, Ledger.TENANT).reading(LedgerAudit::expectWhole);
    }

    private static void expectWhole(TenantTransaction tx) {
        long total = 0;
        Set<String> people = new HashSet<>();
        for (int thread = 0; thread < Ledger.THREADS; thread++) {
            long number = Ledger.count(tx, Ledger.counter(thread));
            total += number;
            people.addAll(expectWhole(tx, thread, number));
        }
        assertThat(Ledger.count(tx, Ledger.ALL)).as("all transactions").isEqualTo(total);
        assertThat(TenantTransaction.ids(tx.pages(Scan.ofIds(PEOPLE)))).containsExactlyInAnyOrderElementsOf(people);
    }

    private static List<String> expectWhole(TenantTransaction tx, int thread, long number) {
        List<String> people = new ArrayList<>();
        for (long kept = Math.max(1, number - Ledger.KEPT + 1); kept <= number; kept++) {
            for (int each = 0; each < Ledger.PEOPLE_EACH; each++) {
                people.add(Ledger.person(thread, kept, each));
            }
        }
        assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE).within(Ledger.badge(thread))))
                .as("people of thread %s by badge", thread)
                .isEqualTo(people);
        assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME).within(Ledger.badge(thread))))
                .as("people of thread %s by name", thread)
                .containsExactlyInAnyOrderElementsOf(people);
        assertThat(tx.has(PLAIN, Ledger.churn(thread))).isEqualTo(number > 0);
        assertThat(tx.has(PACKED, Ledger.blob(thread))).isEqualTo(number > 0);
        if (number > 0) {
            assertThat(tx.number(PLAIN, Ledger.churn(thread))).isEqualTo(number);
            assertThat(tx.get(PACKED, Ledger.blob(thread)).body()).isEqualTo(Ledger.content(thread, number));
        }
        return people;
    }

    /** Counts what a store holds as acknowledged, before another round. */
    void takeOver(Storage storage) {
        new Space(storage, Ledger.TENANT).reading(tx -> {
            for (int thread = 0; thread < Ledger.THREADS; thread++) {
                acknowledged[thread] = Ledger.count(tx, Ledger.counter(thread));
                if (acknowledged[thread] > 0) {
                    versions[thread] = tx.get(PLAIN, Ledger.churn(thread)).version();
                    versionsGiven.get(thread).add(versions[thread]);
                }
            }
        });
    }
}
