package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that nobody else has. */
class VersionsTest {
    private static final CollectionSchema PLAIN = new CollectionSchema("plain", BodyFormat.BINARY, List.of());
    private static final TenantId LAON = new TenantId("laon");

    @TempDir
    private Path directory;

    @Test
    void whatComesWithANumberOfTheServerIsGivenOnce() {
        Versions versions = new Versions();
        assertThat(versions.kept()).isZero();
        versions.brought(5_001);
        Set<Long> given = new HashSet<>();
        for (int count = 1; count < Versions.STEP; count++) {
            assertThat(given.add(versions.kept())).isTrue();
        }
        assertThat(given).allMatch(version -> version > 5_001 && version < 5_001 + Versions.STEP);
        assertThat(versions.kept()).isZero();
        versions.brought(9_001);
        versions.brought(20_001);
        assertThat(versions.kept()).isEqualTo(9_002);
    }

    private long insert(Storage storage, int number) {
        StorageTransaction tx = storage.beginWrite(Collections.emptySortedSet());
        try {
            tx.allowLateConflicts();
            long version = tx.insert(PLAIN, LAON, new DocumentWrite("n" + number, 1, new byte[0], List.of()));
            tx.commit();
            return version;
        } finally {
            tx.rollback();
        }
    }

    private long asked() throws SQLException {
        String sequence = Server.schema(directory) + ".neo_version";
        return Long.parseLong(
                Database.rows("SELECT last_value FROM " + sequence).get(0));
    }

    @Test
    @Tag("heavy")
    void twoStoresOfOneDatabaseShareNoVersionAndSeldomAskForOne() throws SQLException {
        try (Storage one = Server.open(directory, Map.of());
                Storage other = Server.open(directory, Map.of())) {
            one.declare(PLAIN);
            other.declare(PLAIN);
            long before = asked();
            Set<Long> versions = new HashSet<>();
            for (int number = 0; number < 100; number++) {
                assertThat(versions.add(insert(number % 2 == 0 ? one : other, number)))
                        .isTrue();
            }
            assertThat(asked() - before).isLessThanOrEqualTo(2 * Versions.STEP);
        }
    }

    @Test
    @Tag("heavy")
    void aStampIsGreaterThanThoseOfWhatIsSeenHoweverTheVersionWasFound() {
        try (Storage one = Server.open(directory, Map.of());
                Storage other = Server.open(directory, Map.of())) {
            one.declare(PLAIN);
            other.declare(PLAIN);
            long last = 0;
            for (int number = 0; number < 20; number++) {
                StorageTransaction tx = (number % 3 == 0 ? one : other).beginWrite(Collections.emptySortedSet());
                if (number % 4 == 0) {
                    assertThat(tx.get(PLAIN, LAON, "none")).isNull();
                }
                tx.insert(PLAIN, LAON, new DocumentWrite("n" + number, 1, new byte[0], List.of()));
                long stamp = tx.stamp();
                assertThat(tx.stamp()).isEqualTo(stamp).isGreaterThan(last);
                last = stamp;
                tx.commit();
            }
        }
    }
}
