package fr.aisneneo.core.storage.memory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryStorageTest {
    private static final CollectionSchema NOTES = new CollectionSchema("notes", BodyFormat.BINARY, List.of());
    private static final TenantId LAON = new TenantId("laon");

    private final ShortOfHeap map = new ShortOfHeap();
    private final MemoryStorage storage =
            new MemoryStorage(new StorageInfo("memory", "", false), Duration.ofSeconds(10), map);

    /** A map that takes so many changes more. */
    private static final class ShortOfHeap extends ConcurrentSkipListMap<byte[], Revision> {
        private static final long serialVersionUID = 1L;
        private int left = Integer.MAX_VALUE;

        ShortOfHeap() {
            super(Arrays::compareUnsigned);
        }

        @Override
        public Revision put(byte[] key, Revision value) {
            if (left == 0) {
                throw new OutOfMemoryError("no heap left, for this test");
            }
            left--;
            return super.put(key, value);
        }
    }

    @AfterEach
    void close() {
        storage.close();
    }

    private void write(String... ids) {
        StorageTransaction transaction = storage.beginWrite(new TreeSet<>());
        try {
            for (String id : ids) {
                transaction.insert(NOTES, LAON, new DocumentWrite(id, 1, new byte[] {1}, List.of()));
            }
            transaction.commit();
        } finally {
            transaction.rollback();
        }
    }

    private boolean has(String id) {
        StorageTransaction transaction = storage.beginRead();
        try {
            return transaction.get(NOTES, LAON, id) != null;
        } finally {
            transaction.rollback();
        }
    }

    private static void expectFailed(ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .withMessageContaining("no heap left")
                .withCauseInstanceOf(OutOfMemoryError.class)
                .extracting(StorageException::errorCode)
                .isEqualTo(CoreError.STORAGE_FAILED);
    }

    @Test
    void aCommitThatBreaksOffHalfwayIsSeenByNobodyAndStopsAllWriting() {
        write("a");
        map.left = 2;
        expectFailed(() -> write("b", "c", "d"));
        map.left = Integer.MAX_VALUE;
        assertThat(List.of(has("a"), has("b"), has("c"), has("d"))).containsExactly(true, false, false, false);
        expectFailed(() -> write("e"));
        expectFailed(() -> storage.beginWrite(new TreeSet<>()));
        assertThat(has("e")).isFalse();
        assertThat(has("a")).isTrue();
    }

    @Test
    void aKeyKeepsWhatSomebodyMayReadAndNothingElse() {
        Revision revision = null;
        for (int commit = 1; commit <= 20_000; commit++) {
            revision = Revision.next(commit, new byte[] {(byte) commit}, revision, new long[] {commit - 1, 700, 7});
        }
        assertThat(revision).isNotNull();
        assertThat(revision.at(Long.MAX_VALUE)).containsExactly((byte) 20_000);
        assertThat(revision.at(19_999)).containsExactly((byte) 19_999);
        assertThat(revision.at(700)).containsExactly((byte) 700);
        assertThat(revision.at(7)).containsExactly(7);
        assertThat(length(revision)).isEqualTo(4);
    }

    @Test
    void allOfManyReadersFindTheirOwn() {
        long[] readers = new long[30_000];
        Arrays.setAll(readers, reader -> readers.length - reader);
        Revision revision = null;
        for (int commit = 1; commit <= readers.length; commit++) {
            revision = new Revision(commit, Integer.toString(commit).getBytes(UTF_8), revision);
        }
        Revision next = Revision.next(readers.length + 1, null, revision, readers);
        assertThat(length(next)).isEqualTo(readers.length + 1);
        assertThat(next.at(1)).isEqualTo("1".getBytes(UTF_8));
        assertThat(next.at(29_999)).isEqualTo("29999".getBytes(UTF_8));
        assertThat(next.at(Long.MAX_VALUE)).isNull();
    }

    private static int length(Revision revision) {
        int length = 0;
        for (Revision next = revision; next != null; next = next.older()) {
            length++;
        }
        return length;
    }
}
