package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a writer read before it gave up was so, and nobody can make it otherwise later. */
@Tag("heavy")
class RolledBackReadsTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final CollectionSchema PLAIN = new CollectionSchema("plain", BodyFormat.BINARY, List.of());
    private static final SortedSet<ContentionKey> NONE = new TreeSet<>();
    private static final SortedSet<ContentionKey> KEYS =
            new TreeSet<>(List.of(new ContentionKey(LAON, "room", "studio")));

    @TempDir
    private Path directory;

    private static DocumentWrite write(String id, int number) {
        return new DocumentWrite(id, 1, new byte[] {(byte) number}, List.of());
    }

    private static StoredDocument get(StorageTransaction tx, String id) {
        return Objects.requireNonNull(tx.get(PLAIN, LAON, id));
    }

    private static void update(StorageTransaction tx, String id, int number) {
        tx.update(PLAIN, LAON, write(id, number), get(tx, id).version());
    }

    private static void insert(StorageTransaction tx, int from, int to) {
        for (int number = from; number < to; number++) {
            tx.insert(PLAIN, LAON, write("n" + number, number));
        }
    }

    private static boolean has(StorageTransaction tx, String id) {
        return tx.get(PLAIN, LAON, id) != null;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 12, 40})
    void itIsNotContradictedWhateverWasWrittenBefore(int written) {
        try (Storage storage = Server.open(directory, Map.of("connections", "4"))) {
            storage.declare(PLAIN);
            StorageTransaction first = storage.beginWrite(NONE);
            first.insert(PLAIN, LAON, write("checking", 0));
            first.insert(PLAIN, LAON, write("savings", 0));
            first.commit();

            // Takes 10 out and a fee, since it found nothing in both accounts.
            StorageTransaction withdrawal = storage.beginWrite(NONE);
            assertThat(get(withdrawal, "checking").body()[0]
                            + get(withdrawal, "savings").body()[0])
                    .isZero();
            StorageTransaction deposit = storage.beginWrite(NONE);
            update(deposit, "savings", 20);
            deposit.commit();

            StorageTransaction refusing = storage.beginWrite(KEYS);
            insert(refusing, 0, written / 2);
            StorageTransaction.Savepoint mark = refusing.savepoint();
            insert(refusing, written / 2, written);
            assertThat(has(refusing, "n0")).isEqualTo(written > 0);
            assertThat(get(refusing, "checking").body()[0]).isZero();
            assertThat(get(refusing, "savings").body()[0]).isEqualTo((byte) 20);
            refusing.rollbackTo(mark);
            refusing.rollback();

            assertThatExceptionOfType(StorageException.class)
                    .as("a fee, though somebody was told of the deposit without the withdrawal")
                    .isThrownBy(() -> {
                        update(withdrawal, "checking", -11);
                        withdrawal.commit();
                    })
                    .matches(e -> e.errorCode() == CoreError.STORAGE_CONFLICT);
            withdrawal.rollback();

            StorageTransaction after = storage.beginWrite(KEYS);
            for (int number = 0; number < written; number++) {
                assertThat(has(after, "n" + number)).isFalse();
            }
            after.commit();
        }
    }
}
