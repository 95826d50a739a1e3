package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.BY_VISIT;
import static fr.aisneneo.core.tck.Samples.LONGS;
import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction.Savepoint;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store that was closed is the same one when it is opened again. */
interface Reopening extends DurableContract {

    @Test
    default void anEngineThatKeepsDataSaysSo() {
        assertThat(storage().info().durable()).isTrue();
    }

    @Test
    default void everythingIsThereAfterReopening() {
        Path directory = newDirectory();
        TenantId other = new TenantId("other");
        long version;
        try (Storage storage = openWithSamples(directory)) {
            Space space = new Space(storage, Ledger.TENANT);
            version = space.write(tx -> {
                tx.insert(Person.of("1").named("Zoé").withBadge("laon", 1).numbered(1));
                tx.insert(Person.of("2").named("Ève").seen(Instant.EPOCH.minusNanos(1_000), true));
                tx.as(other).insert(Person.of("1").named("Bo").withBadge("laon", 1));
                tx.insert(PACKED, Bodies.plain("p", 5));
                return tx.insert(PLAIN, Bodies.plain("a", 7));
            });
            space.writing(tx -> tx.remove(PEOPLE, "1"));
            space.writing(tx -> tx.insert(Person.of("3").named("Al").withBadge("laon", 1)));
        }
        try (Storage storage = openWithSamples(directory)) {
            Space space = new Space(storage, Ledger.TENANT);
            space.reading(tx -> {
                assertThat(tx.get(PLAIN, "a").version()).isEqualTo(version);
                assertThat(tx.number(PLAIN, "a")).isEqualTo(7);
                assertThat(tx.number(PACKED, "p")).isEqualTo(5);
                assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("2", "3");
                assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("3", "2");
                assertThat(tx.ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("3");
                assertThat(tx.ids(Scan.of(PEOPLE, BY_VISIT))).containsExactly("2");
                assertThat(tx.as(other).ids(Scan.of(PEOPLE, BY_BADGE))).containsExactly("1");
                assertThat(tx.engine().tenants(PEOPLE)).containsExactlyInAnyOrder(Ledger.TENANT, other);
            });
            space.writing(tx -> {
                refused(CoreError.UNIQUE_TAKEN, () -> tx.insert(Person.of("4").withBadge("laon", 1)));
                refused(CoreError.DOCUMENT_EXISTS, () -> tx.insert(Person.of("2")));
                tx.update(PLAIN, Bodies.plain("a", 8), version);
            });
        }
    }

    @Test
    default void versionsAreNotGivenAgainAfterReopening() {
        Path directory = newDirectory();
        Set<Long> versions = new HashSet<>();
        for (int round = 0; round < 5; round++) {
            try (Storage storage = openWithSamples(directory)) {
                Space space = new Space(storage, Ledger.TENANT);
                assertThat(versions.add(space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)))))
                        .as("a new version")
                        .isTrue();
                assertThat(versions.add(space.write(tx -> tx.replace(PLAIN, Bodies.plain("a", 2)))))
                        .as("a new version")
                        .isTrue();
                space.writing(tx -> tx.remove(PLAIN, "a"));
            }
        }
    }

    @Test
    default void anEmptyStoreReopens() {
        Path directory = newDirectory();
        for (int round = 0; round < 3; round++) {
            try (Storage storage = open(directory)) {
                assertThat(storage.info().engine()).isNotEmpty();
            }
        }
        try (Storage storage = openWithSamples(directory)) {
            assertThat(new Space(storage, Ledger.TENANT).<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN))))
                    .isEqualTo(List.of());
        }
    }

    @Test
    default void whatWasRolledBackIsNotThereAfterReopening() {
        Path directory = newDirectory();
        try (Storage storage = openWithSamples(directory)) {
            Space space = new Space(storage, Ledger.TENANT);
            try (TenantTransaction tx = space.beginWrite()) {
                tx.insert(PLAIN, Bodies.plain("a", 1));
            }
            space.writing(tx -> {
                Savepoint start = tx.savepoint();
                tx.insert(PLAIN, Bodies.plain("b", 1));
                tx.rollbackTo(start);
                tx.insert(PLAIN, Bodies.plain("c", 1));
            });
        }
        try (Storage storage = openWithSamples(directory)) {
            assertThat(new Space(storage, Ledger.TENANT).<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN))))
                    .isEqualTo(List.of("c"));
        }
    }

    @Test
    default void aLargeTransactionIsThereAfterReopening() {
        Path directory = newDirectory();
        try (Storage storage = openWithSamples(directory)) {
            new Space(storage, Ledger.TENANT).writing(tx -> {
                for (long number = 0; number < 10_000; number++) {
                    tx.insert(LONGS, Bodies.keyed(LONGS, "id-" + number, -number));
                }
            });
        }
        try (Storage storage = openWithSamples(directory)) {
            new Space(storage, Ledger.TENANT).reading(tx -> {
                assertThat(tx.pages(Scan.ofIds(LONGS))).hasSize(10_000);
                assertThat(tx.scan(Scan.ofKeys(LONGS).first(1))
                                .get(0)
                                .document()
                                .id())
                        .isEqualTo("id-9999");
            });
        }
    }

    @Test
    default void anIndexIsAddedAfterReopening() {
        Path directory = newDirectory();
        try (Storage storage = open(directory)) {
            storage.declare(GrowingCollection.FIRST);
            new Space(storage, Ledger.TENANT).writing(tx -> {
                tx.insert(GrowingCollection.FIRST, GrowingCollection.first("a"));
                tx.insert(GrowingCollection.FIRST, GrowingCollection.first("b"));
            });
        }
        try (Storage storage = open(directory)) {
            storage.declare(GrowingCollection.SECOND);
            new Space(storage, Ledger.TENANT).writing(tx -> {
                assertThat(tx.get(GrowingCollection.SECOND, "a").schemaVersion())
                        .isEqualTo(1);
                tx.replace(GrowingCollection.SECOND, GrowingCollection.second("a", 2));
                tx.replace(GrowingCollection.SECOND, GrowingCollection.second("b", 1));
            });
        }
        try (Storage storage = open(directory)) {
            storage.declare(GrowingCollection.SECOND);
            new Space(storage, Ledger.TENANT).reading(tx -> {
                assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.OLD)))
                        .containsExactly("a", "b");
                assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.ADDED)))
                        .containsExactly("b", "a");
                assertThat(tx.ids(Scan.of(GrowingCollection.SECOND, GrowingCollection.ADDED_PARTIAL)))
                        .containsExactly("a", "b");
            });
        }
    }

    @Test
    default void aHistoryThatGoesOnAfterReopeningIsStrictlySerializable() {
        Path directory = newDirectory();
        HistoryRun run = new HistoryRun(new AppendingCaller.Group("kept", 4), 5, AppendingCaller.SOUND);
        for (int round = 0; round < 4; round++) {
            try (Storage storage = openWithSamples(directory)) {
                storage.declare(Samples.LISTS);
                Space space = new Space(storage, Ledger.TENANT);
                run.audit(space);
                run.crowd(space, 4, 10);
            }
        }
        try (Storage storage = openWithSamples(directory)) {
            storage.declare(Samples.LISTS);
            run.audit(new Space(storage, Ledger.TENANT));
            run.judge();
        }
    }
}
