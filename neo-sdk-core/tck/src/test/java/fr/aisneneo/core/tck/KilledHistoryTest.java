package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoredDocument;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is found long after the kill, of which a server may still do what it was asked for. */
class KilledHistoryTest {
    private static final long ACKNOWLEDGED = 1;
    private static final long UNKNOWN = 2;
    private static final long UNKNOWN_TOO = 3;
    private static final long STRANGE = 4;

    private final Storage storage = MemoryEngine.open();
    private final KilledHistory history = new KilledHistory("p", 1);

    @BeforeEach
    void recordAndAudit() {
        storage.declare(Samples.LISTS);
        List.of("B 0", "D 0 p-0-0+" + ACKNOWLEDGED, "E 0 COMMITTED").forEach(history::note);
        List.of("B 1", "D 1 p-0-0+" + UNKNOWN + " p-0-1+" + UNKNOWN_TOO).forEach(history::note);
        set("p-0-0", ACKNOWLEDGED);
        history.judge(storage);
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void set(String list, long... values) {
        ByteBuffer body = ByteBuffer.allocate(values.length * Long.BYTES);
        for (long value : values) {
            body.putLong(value);
        }
        DocumentWrite write = new DocumentWrite(
                list,
                1,
                body.array(),
                List.of(new IndexEntry(Samples.LISTS.indexes().get(0), IndexKey.of("p-0"))));
        new Space(storage, Ledger.TENANT).writing(tx -> {
            StoredDocument before = tx.find(Samples.LISTS, list);
            if (before == null) {
                tx.insert(Samples.LISTS, write);
            } else {
                tx.update(Samples.LISTS, write, before.version());
            }
        });
    }

    private void expectFound() {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> history.judge(storage));
    }

    @Test
    void nothingNewIsAccepted() {
        assertThatNoException().isThrownBy(() -> history.judge(storage));
    }

    @Test
    void aCommitThatTheServerDidLateIsAcceptedAsAWhole() {
        set("p-0-0", ACKNOWLEDGED, UNKNOWN);
        set("p-0-1", UNKNOWN_TOO);
        assertThatNoException().isThrownBy(() -> history.judge(storage));
    }

    @Test
    void halfOfALateCommitIsFound() {
        set("p-0-0", ACKNOWLEDGED, UNKNOWN);
        expectFound();
    }

    @Test
    void aLateCommitThatIsLostAgainIsFound() {
        set("p-0-0", ACKNOWLEDGED, UNKNOWN);
        set("p-0-1", UNKNOWN_TOO);
        history.judge(storage);
        set("p-0-0", ACKNOWLEDGED);
        set("p-0-1");
        expectFound();
    }

    @Test
    void whatNobodyAppendedIsFound() {
        set("p-0-0", ACKNOWLEDGED, STRANGE);
        expectFound();
    }

    @Test
    void whatIsMissingIsFound() {
        set("p-0-0");
        expectFound();
    }

    @Test
    void aLateCommitBeforeWhatWasThereIsFound() {
        set("p-0-0", UNKNOWN, ACKNOWLEDGED);
        set("p-0-1", UNKNOWN_TOO);
        expectFound();
    }
}
