package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What fails before a commit, in it or behind it is told for what it is. In a database without one right. */
@Tag("heavy")
class FailedCommitTest {
    private static final String NAME = "neo_failed_commit";
    private static final TenantId LAON = new TenantId("laon");
    private static final CollectionSchema PLAIN = new CollectionSchema("plain", BodyFormat.BINARY, List.of());
    private static final SortedSet<ContentionKey> KEYS =
            new TreeSet<>(List.of(new ContentionKey(LAON, "room", "studio")));

    private final String location = Server.location().replaceFirst("/[^/]*$", "/" + NAME);
    private Storage storage;

    @BeforeEach
    void open() throws SQLException {
        Database.run("CREATE ROLE " + NAME + " LOGIN", "CREATE DATABASE " + NAME + " OWNER " + NAME);
        administer("REVOKE EXECUTE ON FUNCTION pg_advisory_unlock_all() FROM PUBLIC");
        PostgresqlStoragePlugin plugin = new PostgresqlStoragePlugin();
        storage = plugin.open(
                location,
                Settings.check(plugin.descriptor(), Map.of("user", NAME, "schema", "neo", "connections", "2")));
        storage.declare(PLAIN);
    }

    @AfterEach
    void close() throws SQLException {
        storage.close();
        Database.run("DROP DATABASE " + NAME + " WITH (FORCE)", "DROP ROLE " + NAME);
    }

    private void administer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:postgresql:" + location, "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DocumentWrite write(int number) {
        return new DocumentWrite("n", 1, new byte[] {(byte) number}, List.of());
    }

    private void insert(int number) {
        StorageTransaction tx = storage.beginWrite(new TreeSet<>());
        tx.insert(PLAIN, LAON, write(number));
        tx.commit();
    }

    private static void update(StorageTransaction tx, int number) {
        tx.update(PLAIN, LAON, write(number), tx.get(PLAIN, LAON, "n").version());
    }

    private int stored() {
        StorageTransaction tx = storage.beginRead();
        StoredDocument found = tx.get(PLAIN, LAON, "n");
        tx.rollback();
        return found == null ? 0 : found.body()[0];
    }

    private void expect(ErrorCode expected, Consumer<StorageTransaction> work) {
        StorageTransaction tx = storage.beginWrite(KEYS);
        work.accept(tx);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(tx::commit)
                .matches(e -> e.errorCode() == expected);
    }

    @Test
    void anErrorBehindTheCommitLeavesItsOutcomeUnknownAndNothingLocked() {
        insert(1);
        for (int number = 2; number < 5; number++) {
            int next = number;
            expect(CoreError.STORAGE_OUTCOME_UNKNOWN, tx -> update(tx, next));
            assertThat(stored()).isEqualTo(number);
        }
    }

    @Test
    void anErrorBeforeTheCommitIsToldAsItIs() throws SQLException {
        insert(1);
        administer("REVOKE UPDATE ON neo.neo_plain FROM " + NAME);
        expect(PostgresqlError.RIGHTS, tx -> update(tx, 2));
        assertThat(stored()).isEqualTo(1);
    }

    @Test
    void whoLosesInTheCommitHasLost() {
        insert(1);
        expect(CoreError.STORAGE_CONFLICT, tx -> {
            update(tx, 2);
            StorageTransaction other = storage.beginWrite(new TreeSet<>());
            update(other, 3);
            other.commit();
        });
        assertThat(stored()).isEqualTo(3);
    }
}
