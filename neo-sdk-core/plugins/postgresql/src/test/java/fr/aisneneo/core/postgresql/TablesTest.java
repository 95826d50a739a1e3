package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a database administrator finds. */
@Tag("heavy")
class TablesTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final IndexSchema BY_SITE =
            index("by_site", false, new IndexPart("site", PartType.STRING), new IndexPart("start", PartType.INSTANT));
    private static final IndexSchema BY_HOLDER = index(
            "by_holder",
            false,
            new IndexPart("holder", PartType.STRING),
            new IndexPart("start", PartType.INSTANT),
            new IndexPart("version", PartType.LONG));
    private static final IndexSchema BY_NUMBER = index("by_number", true, new IndexPart("number", PartType.LONG));

    @TempDir
    private Path directory;

    private static IndexSchema index(String name, boolean unique, IndexPart... parts) {
        return new IndexSchema(name, unique, false, List.of(parts));
    }

    private static CollectionSchema reservations(IndexSchema... indexes) {
        return new CollectionSchema("reservation", BodyFormat.JSON, List.of(indexes));
    }

    private Storage open() {
        return Server.open(directory, Map.of());
    }

    private String table() {
        return Server.schema(directory) + ".neo_reservation";
    }

    private static DocumentWrite document(String id, IndexEntry... entries) {
        return new DocumentWrite(id, 1, ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8), List.of(entries));
    }

    private static IndexEntry at(IndexSchema index, Object... key) {
        return new IndexEntry(index, IndexKey.of(key));
    }

    private static void insert(Storage storage, CollectionSchema schema, DocumentWrite document) {
        StorageTransaction tx = storage.beginWrite(Collections.emptySortedSet());
        tx.insert(schema, LAON, document);
        tx.commit();
    }

    @Test
    void aTableIsReadWithTheNamesThatOneWouldUse() throws SQLException {
        Instant nine = Instant.parse("2026-11-25T09:00:00.123456Z");
        CollectionSchema schema = reservations(BY_SITE, BY_HOLDER);
        try (Storage storage = open()) {
            storage.declare(schema);
            insert(
                    storage,
                    schema,
                    document("r1", at(BY_SITE, "hub", nine), at(BY_HOLDER, "anne", nine.plusSeconds(60), 7L)));
        }
        assertThat(Database.rows("SELECT id FROM " + table()
                        + " WHERE tenant = 'laon' AND site = 'hub' AND start = '2026-11-25T09:00:00.123456Z'"))
                .containsExactly("r1");
        assertThat(Database.rows("SELECT body->>'id' FROM " + table() + " WHERE holder = 'anne'"
                        + " AND by_holder_start = '2026-11-25T09:01:00.123456Z' AND by_holder_version = 7"))
                .containsExactly("r1");
    }

    @Test
    void aScanUsesItsIndexAndSortsNothing() throws SQLException {
        CollectionSchema schema = reservations(BY_SITE);
        try (Storage storage = open()) {
            storage.declare(schema);
            insert(storage, schema, document("r1", at(BY_SITE, "hub", Instant.EPOCH)));
        }
        String plan = String.join(
                "\n",
                Database.rows("EXPLAIN SELECT id FROM " + table()
                        + " WHERE tenant = 'laon' AND site IS NOT NULL AND (site) = ('hub') AND (start) >= ('2026-01-01')"
                        + " AND (site, start, id) > ('hub', '2026-02-02', 'r0') ORDER BY site, start, id LIMIT 100"));
        assertThat(plan).contains("Index").doesNotContain("Sort");
    }

    @Test
    void anIndexThatIsDeclaredNoMoreRefusesNothingAndComesBackEmpty() {
        try (Storage storage = open()) {
            storage.declare(reservations(BY_SITE, BY_NUMBER));
            insert(
                    storage,
                    reservations(BY_SITE, BY_NUMBER),
                    document("r1", at(BY_SITE, "hub", Instant.EPOCH), at(BY_NUMBER, 1L)));
        }
        try (Storage storage = open()) {
            storage.declare(reservations(BY_SITE));
            insert(storage, reservations(BY_SITE), document("r2", at(BY_SITE, "hub", Instant.EPOCH)));
        }
        try (Storage storage = open()) {
            CollectionSchema schema = reservations(BY_SITE, BY_NUMBER);
            storage.declare(schema);
            assertThat(ids(storage, schema, BY_NUMBER)).isEmpty();
            assertThat(ids(storage, schema, BY_SITE)).containsExactly("r1", "r2");
            insert(
                    storage,
                    schema,
                    document("r3", at(BY_SITE, "hub", Instant.EPOCH.plusSeconds(1)), at(BY_NUMBER, 1L)));
            assertThat(ids(storage, schema, BY_NUMBER)).containsExactly("r3");
        }
    }

    private static List<String> ids(Storage storage, CollectionSchema schema, IndexSchema index) {
        StorageTransaction tx = storage.beginRead();
        try {
            return tx
                    .scan(new ScanRequest(
                            schema, LAON, index, IndexKey.EMPTY, true, IndexKey.EMPTY, true, false, null, 100))
                    .stream()
                    .map(hit -> hit.document().id())
                    .toList();
        } finally {
            tx.commit();
        }
    }

    @Test
    void manyProcessesMayDeclareAtOnce() {
        List<CompletableFuture<Void>> all = IntStream.range(0, 6)
                .mapToObj(process -> CompletableFuture.runAsync(() -> {
                    try (Storage storage = open()) {
                        storage.declare(reservations(BY_SITE, BY_HOLDER, BY_NUMBER));
                    }
                }))
                .toList();
        all.forEach(CompletableFuture::join);
    }

    @Test
    void aUserWithoutTheRightToMakeTablesRunsOnThoseThatAreThere() throws SQLException {
        CollectionSchema schema = reservations(BY_SITE);
        try (Storage storage = open()) {
            storage.declare(schema);
        }
        String name = Server.schema(directory);
        Database.run(
                "CREATE ROLE application LOGIN",
                "GRANT USAGE ON SCHEMA " + name + " TO application",
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA " + name + " TO application",
                "GRANT USAGE ON ALL SEQUENCES IN SCHEMA " + name + " TO application");
        try (Storage storage = Server.open(directory, Map.of("user", "application"))) {
            storage.declare(schema);
            insert(storage, schema, document("r1", at(BY_SITE, "hub", Instant.EPOCH)));
            assertThat(ids(storage, schema, BY_SITE)).containsExactly("r1");
        }
    }
}
