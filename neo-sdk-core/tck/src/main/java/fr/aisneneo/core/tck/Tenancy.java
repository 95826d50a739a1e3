package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tenants share a store and do not meet in it. */
interface Tenancy extends StorageContract {
    /** Names that a careless key would mix up, in order. */
    private static List<TenantId> tenants() {
        return List.of(
                new TenantId("a"),
                new TenantId("a-"),
                new TenantId("a--b"),
                new TenantId("a0"),
                new TenantId("aa"),
                new TenantId("b".repeat(63)));
    }

    private Space onePersonEach() {
        Space space = newSpace();
        space.writing(tx -> {
            for (int i = 0; i < tenants().size(); i++) {
                tx.as(tenants().get(i))
                        .insert(Person.of("1").named("Bo").withBadge("laon", 1).numbered(i));
            }
        });
        return space;
    }

    private static void expectOnePersonEach(Space space) {
        space.reading(tx -> {
            for (int i = 0; i < tenants().size(); i++) {
                TenantTransaction ours = tx.as(tenants().get(i));
                assertThat(ours.number(PEOPLE, "1")).isEqualTo(i);
                for (Scan scan : List.of(Scan.ofIds(PEOPLE), Scan.of(PEOPLE, BY_NAME), Scan.of(PEOPLE, BY_BADGE))) {
                    assertThat(ours.scan(scan))
                            .hasSize(1)
                            .allSatisfy(hit -> assertThat(hit.document().id()).isEqualTo("1"));
                    assertThat(ours.scan(scan.backwards())).hasSize(1);
                }
            }
        });
    }

    @Test
    default void tenantsUseTheSameIdsAndUniqueTuples() {
        expectOnePersonEach(onePersonEach());
    }

    @Test
    default void aTenantDoesNotSeeTheDocumentsOfOthers() {
        Space space = onePersonEach();
        space.reading(tx -> {
            assertThat(tx.find(PEOPLE, "1")).isNull();
            assertThat(tx.scan(Scan.ofIds(PEOPLE))).isEmpty();
            assertThat(tx.scan(Scan.of(PEOPLE, BY_NAME).within("Bo"))).isEmpty();
            assertThat(tx.scan(Scan.of(PEOPLE, BY_BADGE).backwards())).isEmpty();
        });
    }

    @Test
    default void aTenantDoesNotChangeTheDocumentsOfOthers() {
        Space space = onePersonEach();
        long theirs =
                space.as(tenants().get(0)).<Long>read(tx -> tx.get(PEOPLE, "1").version());
        space.writing(tx -> {
            refused(CoreError.DOCUMENT_MISSING, () -> tx.delete(PEOPLE, "1", theirs));
            refused(
                    CoreError.DOCUMENT_MISSING,
                    () -> tx.update(PEOPLE, Person.of("1").write(), theirs));
            tx.insert(Person.of("1").named("Bo").withBadge("laon", 1));
        });
        space.writing(tx -> tx.remove(PEOPLE, "1"));
        expectOnePersonEach(space);
    }

    @Test
    default void aUniqueTupleIsTakenWithinItsTenant() {
        Space space = onePersonEach();
        for (TenantId tenant : tenants()) {
            space.as(tenant)
                    .writing(tx -> refused(
                            CoreError.UNIQUE_TAKEN,
                            () -> tx.insert(Person.of("2").withBadge("laon", 1))));
        }
        expectOnePersonEach(space);
    }

    @Test
    default void aScanOfIdsEndsWithItsTenant() {
        Space space = newSpace();
        space.writing(tx -> {
            for (TenantId tenant : tenants()) {
                tx.as(tenant).insert(PLAIN, Bodies.plain("\u0001", 1));
                tx.as(tenant).insert(PLAIN, Bodies.plain("\uDBFF\uDFFF", 2));
            }
        });
        for (TenantId tenant : tenants()) {
            space.as(tenant).reading(tx -> {
                assertThat(tx.ids(Scan.ofIds(PLAIN))).containsExactly("\u0001", "\uDBFF\uDFFF");
                assertThat(tx.ids(Scan.ofIds(PLAIN).from("\uDBFF\uDFFF"))).containsExactly("\uDBFF\uDFFF");
                assertThat(tx.ids(Scan.ofIds(PLAIN).backwards())).containsExactly("\uDBFF\uDFFF", "\u0001");
            });
        }
    }

    @Test
    default void collectionsWhoseNamesStartAlikeDoNotMeet() {
        List<CollectionSchema> collections = List.of(
                new CollectionSchema("tck_x", PEOPLE.format(), PEOPLE.indexes()),
                new CollectionSchema("tck_x_", PEOPLE.format(), PEOPLE.indexes()),
                new CollectionSchema("tck_x_by_name", PEOPLE.format(), PEOPLE.indexes()),
                new CollectionSchema("tck_x0", PEOPLE.format(), PEOPLE.indexes()));
        Space space = newSpace();
        collections.forEach(space.storage()::declare);
        space.writing(tx -> collections.forEach(collection -> tx.insert(
                collection, Person.of(collection.name()).withBadge("laon", 1).write())));
        space.reading(tx -> collections.forEach(collection -> {
            assertThat(tx.ids(Scan.ofIds(collection))).containsExactly(collection.name());
            assertThat(tx.ids(Scan.of(collection, BY_BADGE))).containsExactly(collection.name());
        }));
    }

    @Test
    default void theTenantsOfACollectionAreNamedInOrder() {
        Space space = newSpace();
        space.writing(tx -> {
            assertThat(tx.engine().tenants(PLAIN)).isEmpty();
            for (int last = tenants().size() - 1; last >= 0; last--) {
                tx.as(tenants().get(last)).insert(PLAIN, Bodies.plain("a", 1));
                tx.as(tenants().get(last)).insert(PLAIN, Bodies.plain("b", 1));
            }
            assertThat(tx.engine().tenants(PLAIN)).as("with own writes").isEqualTo(tenants());
            assertThat(tx.engine().tenants(PEOPLE)).isEmpty();
        });
        space.writing(tx -> {
            tx.as(tenants().get(1)).remove(PLAIN, "a");
            tx.as(tenants().get(2)).remove(PLAIN, "a");
            tx.as(tenants().get(2)).remove(PLAIN, "b");
        });
        space.reading(tx -> assertThat(tx.engine().tenants(PLAIN))
                .containsExactly(
                        tenants().get(0),
                        tenants().get(1),
                        tenants().get(3),
                        tenants().get(4),
                        tenants().get(5)));
    }
}
