package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The life of a transaction, and what an engine says of itself. */
interface Lifecycle extends StorageContract {

    /** Every call there is, by a transaction that has ended. */
    private static void expectEnded(TenantTransaction tx) {
        refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.find(PLAIN, "a"));
        refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.scan(Scan.ofIds(PLAIN)));
        refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.insert(PLAIN, Bodies.plain("z", 1)));
        refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.update(PLAIN, Bodies.plain("a", 1), 1));
        refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.delete(PLAIN, "a", 1));
        refused(CoreError.STORAGE_TRANSACTION_ENDED, tx::commit);
        tx.rollback();
    }

    @Test
    default void anEngineSaysWhatItIs() {
        StorageInfo info = storage().info();
        assertThat(info.engine()).matches("[a-z][a-z0-9-]{0,39}");
        assertThat(info.location()).isNotNull();
        assertThat(storage().info()).isEqualTo(info);
    }

    @Test
    default void nothingIsPossibleAfterACommit() {
        Space space = newSpace();
        try (TenantTransaction tx = space.beginWrite()) {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.commit();
            expectEnded(tx);
        }
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN)))).isEqualTo(List.of("a"));
    }

    @Test
    default void nothingIsPossibleAfterARollback() {
        Space space = newSpace();
        try (TenantTransaction tx = space.beginWrite()) {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.rollback();
            expectEnded(tx);
        }
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN)))).isEqualTo(List.of());
    }

    @Test
    default void nothingIsPossibleAfterTheEndOfAReader() {
        Space space = newSpace();
        try (TenantTransaction tx = space.beginRead()) {
            assertThat(tx.find(PLAIN, "a")).isNull();
            tx.commit();
            refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.find(PLAIN, "a"));
            refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.scan(Scan.ofIds(PLAIN)));
            refused(CoreError.STORAGE_TRANSACTION_ENDED, tx::commit);
            tx.rollback();
        }
    }

    @Test
    default void aReaderCannotWrite() {
        Space space = newSpace();
        long version = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        try (TenantTransaction tx = space.beginRead()) {
            refused(CoreError.STORAGE_READ_ONLY, () -> tx.insert(PLAIN, Bodies.plain("b", 1)));
            refused(CoreError.STORAGE_READ_ONLY, () -> tx.update(PLAIN, Bodies.plain("a", 2), version));
            refused(CoreError.STORAGE_READ_ONLY, () -> tx.delete(PLAIN, "a", version));
            assertThat(tx.number(PLAIN, "a")).as("still reads").isEqualTo(1);
            tx.commit();
        }
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN)))).isEqualTo(List.of("a"));
    }

    @Test
    default void aTransactionIsOfNoUseToAnotherThread() {
        Space space = newSpace();
        long version = space.write(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        try (Peer peer = new Peer();
                TenantTransaction tx = space.beginWrite("k")) {
            tx.update(PLAIN, Bodies.plain("a", 2), version);
            peer.run(() -> {
                refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.find(PLAIN, "a"));
                refused(CoreError.STORAGE_TRANSACTION_ENDED, () -> tx.insert(PLAIN, Bodies.plain("b", 1)));
                refused(CoreError.STORAGE_TRANSACTION_ENDED, tx::commit);
                refused(CoreError.STORAGE_TRANSACTION_ENDED, tx::rollback);
            });
            assertThat(tx.number(PLAIN, "a")).as("its own thread goes on").isEqualTo(2);
            tx.commit();
        }
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(2);
    }

    @Test
    default void storesDoNotKnowOfEachOther() {
        Space ours = newSpace();
        try (Storage other = open(newDirectory())) {
            Samples.declareAll(other);
            Space theirs = new Space(other, ours.tenant());
            ours.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
            theirs.writing(tx -> {
                assertThat(tx.find(PLAIN, "a")).isNull();
                tx.insert(PLAIN, Bodies.plain("a", 2));
            });
        }
        assertThat(ours.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(1);
    }
}
