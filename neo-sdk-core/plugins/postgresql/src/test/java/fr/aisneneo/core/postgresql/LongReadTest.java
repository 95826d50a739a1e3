package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who reads a whole store waits for a snapshot that cannot turn out to be none, rather than begin and lose. */
@Tag("heavy")
class LongReadTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final CollectionSchema NOTES = new CollectionSchema("note", BodyFormat.BINARY, List.of());
    private static final SortedSet<ContentionKey> NO_KEYS = Collections.emptySortedSet();

    @TempDir
    private Path directory;

    private static DocumentWrite note(int text) {
        return new DocumentWrite("n", 1, new byte[] {(byte) text}, List.of());
    }

    private static int read(StorageTransaction tx) {
        StoredDocument note = Objects.requireNonNull(tx.get(NOTES, LAON, "n"));
        return note.body()[0];
    }

    @Test
    void itWaitsForWritersThatAreOpenAndKeepsNobodyWaiting() throws Exception {
        try (Storage storage = Server.open(directory, Map.of("connections", "4"))) {
            storage.declare(NOTES);
            StorageTransaction first = storage.beginWrite(NO_KEYS);
            first.insert(NOTES, LAON, note(1));
            first.commit();

            StorageTransaction writer = storage.beginWrite(NO_KEYS);
            long version = Objects.requireNonNull(writer.get(NOTES, LAON, "n")).version();
            CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> {
                StorageTransaction whole = storage.beginLongRead();
                int seen = read(whole);
                whole.commit();
                return seen;
            });
            awaitReaderWaiting(reader);
            writer.update(NOTES, LAON, note(2), version);
            writer.commit();
            // Of when it began to wait, unless that was found to be no state that ever was.
            assertThat(reader.get(60, TimeUnit.SECONDS)).isIn(1, 2);

            StorageTransaction other = storage.beginRead();
            assertThat(read(other)).as("the connection waits no more").isEqualTo(2);
            other.commit();
        }
    }

    private static void awaitReaderWaiting(CompletableFuture<Integer> reader)
            throws SQLException, InterruptedException {
        String waiting = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SafeSnapshot'";
        while (Database.rows(waiting).isEmpty()) {
            assertThat(reader).isNotDone();
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
