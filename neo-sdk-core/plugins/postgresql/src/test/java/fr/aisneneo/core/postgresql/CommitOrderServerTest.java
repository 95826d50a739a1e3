package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a server whose commits hang, since it waits for a standby that does not exist. */
@Tag("heavy")
class CommitOrderServerTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final CollectionSchema PLAIN = new CollectionSchema("plain", BodyFormat.BINARY, List.of());

    private static DocumentWrite write(String id) {
        return new DocumentWrite(id, 1, new byte[] {1}, List.of());
    }

    private static StorageTransaction writer(Storage storage, String reads, String writes) {
        StorageTransaction tx = storage.beginWrite(Collections.emptySortedSet());
        assertThat(tx.get(PLAIN, LAON, reads)).isNotNull();
        tx.update(PLAIN, LAON, write(writes), tx.get(PLAIN, LAON, writes).version());
        // The server hears of the update: whoever has locks there waits for a second only.
        assertThat(tx.get(PLAIN, LAON, "of nobody")).isNull();
        return tx;
    }

    private static void hang(Statement administrator, boolean hang) throws Exception {
        administrator.execute("ALTER SYSTEM SET synchronous_standby_names = '" + (hang ? "nobody" : "") + "'");
        administrator.execute("SELECT pg_reload_conf()");
    }

    /** One process of the server reads the setting for all of them, some time after it was asked to. */
    private static FutureTask<Boolean> firstThatHangs(Statement administrator, String location) throws Exception {
        while (true) {
            FutureTask<Boolean> commit = new FutureTask<>(() -> {
                try (Connection connection = connect(location);
                        Statement statement = connection.createStatement()) {
                    return statement.execute("CREATE TABLE probe_" + System.nanoTime() + " ()");
                }
            });
            new Thread(commit).start();
            while (!commit.isDone()) {
                if (hanging(administrator) == 1) {
                    return commit;
                }
            }
            assertThat(commit.get()).isFalse();
        }
    }

    private static int hanging(Statement administrator) throws Exception {
        return Integer.parseInt(shown(
                administrator,
                "SELECT count(*) FROM pg_stat_activity"
                        + " WHERE wait_event = 'SyncRep' AND backend_type = 'client backend'"));
    }

    private static Connection connect(String location) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql:" + location, "postgres", "");
    }

    private static String shown(Statement statement, String sql) throws Exception {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    @Test
    void whoReadWhatACommitUnderWayReplacesDoesNotCommitBeforeItsAnswer(@TempDir Path directory) throws Exception {
        PostgresqlStoragePlugin plugin = new PostgresqlStoragePlugin();
        Map<String, String> given = Map.of(
                "user",
                "postgres",
                "writer-wait",
                "PT1M",
                "statement-timeout",
                "PT5M",
                "idle-timeout",
                "PT5M",
                "idle-connections",
                "1");
        try (KillableServer server = new KillableServer(directory);
                Storage storage = plugin.open(server.location(), Settings.check(plugin.descriptor(), given));
                Connection connection = connect(server.location());
                Statement administrator = connection.createStatement()) {
            storage.declare(PLAIN);
            StorageTransaction first = storage.beginWrite(Collections.emptySortedSet());
            for (String id : List.of("a", "b", "c")) {
                first.insert(PLAIN, LAON, write(id));
            }
            first.commit();

            FutureTask<Boolean> replacing = new FutureTask<>(() -> {
                writer(storage, "c", "b").commit();
                return true;
            });
            // Reads b as it was before, and replaces a.
            StorageTransaction pivot = writer(storage, "b", "a");
            hang(administrator, true);
            FutureTask<Boolean> probe = firstThatHangs(administrator, server.location());
            new Thread(replacing).start();
            while (hanging(administrator) < 2) {
                assertThat(replacing.isDone()).isFalse();
            }
            String refused = "";
            try {
                pivot.commit();
            } catch (StorageException e) {
                assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_CONFLICT);
                refused = e.code();
            }
            assertThat(refused).as("the other one's commit had no answer yet").isEqualTo("storage.conflict");
            assertThat(replacing.isDone()).isFalse();
            hang(administrator, false);
            assertThat(replacing.get()).isTrue();
            assertThat(probe.get()).isFalse();
            writer(storage, "b", "a").commit();
        }
    }
}
