package fr.aisneneo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Note;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class NeoTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final DocumentCollection<Note> NOTES =
            DocumentCollection.json("note", Note.class, Note::id).build();

    @Test
    void twoInstancesInOneProcessShareNothing() {
        try (Neo one = Neo.open("memory:");
                Neo two = Neo.open("memory:")) {
            one.store().declare(NOTES);
            two.store().declare(NOTES);
            one.store().write(Contention.none(), tx -> {
                tx.documents(NOTES, LAON).insert(Note.of("a", "lab", 1));
                return two.store()
                        .write(
                                Contention.none(),
                                other -> other.documents(NOTES, LAON).insert(Note.of("b", "lab", 1)));
            });
            assertThat(ids(one)).containsExactly("a");
            assertThat(ids(two)).containsExactly("b");
        }
    }

    private static List<String> ids(Neo neo) {
        return neo.store().read(tx -> tx.documents(NOTES, LAON).scan(Scan.byId())).values().stream()
                .map(Note::id)
                .toList();
    }

    @Test
    void anUnknownEngineIsAnsweredWithTheKnownOnesAndTheDependencyToAdd() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() -> Neo.open("postgresql://localhost/neo"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("plugin.unknown"))
                .satisfies(e -> assertThat(e.message(Locale.ENGLISH))
                        .contains("memory")
                        .contains("fr.aisneneo:neo-sdk-core-postgresql"))
                .satisfies(e -> assertThat(e.message(Locale.FRENCH)).contains("fr.aisneneo:neo-sdk-core-postgresql"));
    }

    @Test
    void aStorageAddressOfAnotherFormIsRefusedWithoutShowingWhatMayBeASecret() {
        for (String uri : List.of("", "memory", "Rocks DB:data", ":data", "JDBC://user:password@host/db")) {
            assertThatThrownBy(() -> Neo.open(uri))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageNotContaining("password")
                    .extracting(e -> ((NeoException) e).code())
                    .isEqualTo("storage.uri");
        }
    }

    @Test
    void aWrongSettingIsNamedBeforeTheStoreOpens() {
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(() ->
                        Neo.builder().setting("memory", "writer-wait", "soon").open())
                .withMessageContaining("writer-wait")
                .extracting(NeoException::code)
                .isEqualTo("plugin.setting");
    }

    /** An engine that opens when it is told to. */
    private static final class SlowEngine implements StoragePlugin {
        private final CountDownLatch goOn = new CountDownLatch(1);

        @Override
        public PluginDescriptor descriptor() {
            return new PluginDescriptor("slow", "1.0.0", "[0.1,0.2)", "Test", "Takes its time.", List.of());
        }

        @Override
        public Storage open(String location, Settings settings) {
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", "late"));
        }
    }

    @Test
    void anEngineThatTakesLongerThanItMayIsSetAsideAndTheSettingIsNamed() {
        NeoBuilder builder =
                Neo.builder().plugin(new SlowEngine()).storage("slow:").openWithin(Duration.ofMillis(20));
        assertThatExceptionOfType(PluginException.class)
                .isThrownBy(builder::open)
                .satisfies(e -> assertThat(e.message(Locale.ENGLISH)).contains("within 0.02 seconds", "openWithin"))
                .satisfies(e -> assertThat(e.message(Locale.FRENCH)).contains("en 0.02 secondes", "openWithin"));
    }

    @Test
    void anEngineMayTakeAsLongAsItIsGiven() {
        SlowEngine engine = new SlowEngine();
        engine.goOn.countDown();
        NeoBuilder builder = Neo.builder().plugin(engine).storage("slow:").openWithin(Duration.ofHours(1));
        assertThatExceptionOfType(StorageException.class).isThrownBy(builder::open);
    }

    @Test
    void openingTakesSomeTimeAndNotForEver() {
        for (String duration : List.of("PT0S", "-PT1S", "PT0.0009S", "PT1H0.001S", "PT2562047788015215H")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Neo.builder().openWithin(Duration.parse(duration)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("input.out_of_range"))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("openWithin"));
        }
    }

    @Test
    void closingTwiceDoesNothingAndLaterCallsSayThatItIsClosed() {
        Neo neo = Neo.open("memory:");
        neo.close();
        neo.close();
        assertThatThrownBy(() -> neo.atomically(() -> "work"))
                .extracting(e -> ((NeoException) e).code())
                .isEqualTo("storage.closed");
    }
}
