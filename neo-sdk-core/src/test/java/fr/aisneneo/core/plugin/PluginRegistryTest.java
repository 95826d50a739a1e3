package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registration by hand, choice, settings and the report. */
class PluginRegistryTest {

    private static PluginRegistryBuilder builder() {
        return PluginRegistry.builder().withoutDiscovery();
    }

    private static void assertRefused(ThrowingCallable call, String code, Consumer<PluginException> more) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PluginException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            more.accept(refusal);
        });
    }

    private static void assertRefused(ThrowingCallable call, String code) {
        assertRefused(call, code, refusal -> {});
    }

    @Test
    void aPluginRegisteredByHandIsTheOneGivenOut() {
        SamplePlugin guest = SamplePlugin.of("guest");
        try (PluginRegistry registry = builder().plugin(guest).build()) {
            assertThat(registry.require(GuestPlugin.class, "guest")).isSameAs(guest);
            assertThat(registry.all(GuestPlugin.class)).containsExactly(guest);
            assertThat(registry.all(StoragePlugin.class)).isEmpty();
        }
    }

    @Test
    void aPluginIsReportedBeforeItsKindIsAskedFor() {
        try (PluginRegistry registry =
                builder().plugin(SamplePlugin.of("guest")).build()) {
            assertThat(registry.report())
                    .extracting(PluginReport::kind, PluginReport::id, PluginReport::status)
                    .containsExactly(tuple("", "guest", PluginStatus.AVAILABLE));
        }
    }

    @Test
    void byHandComesBeforeBuiltInAndBuiltInBeforeFound(@TempDir Path directory) {
        new PluginJar()
                .source("acme.AcmePlugin", Sources.sound("acme", "AcmePlugin", "memory", "[0.1,0.2)"))
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .write(directory.resolve("acme.jar"));
        MemoryStoragePlugin builtIn = new MemoryStoragePlugin();
        MemoryStoragePlugin byHand = new MemoryStoragePlugin();

        try (PluginRegistry registry =
                builder().directory(directory).builtIn(builtIn).build()) {
            assertThat(registry.require(StoragePlugin.class, "memory")).isSameAs(builtIn);
            assertThat(registry.report())
                    .extracting(PluginReport::source, PluginReport::status, report -> String.valueOf(report.reason()))
                    .containsExactly(
                            tuple(PluginSource.BUILT_IN, PluginStatus.CHOSEN, "null"),
                            tuple(
                                    PluginSource.DIRECTORY,
                                    PluginStatus.REFUSED,
                                    "The plugin memory is not used: fr.aisneneo.core.storage.memory.MemoryStoragePlugin"
                                            + " has the same id and comes first."));
        }
        try (PluginRegistry registry =
                builder().directory(directory).builtIn(builtIn).plugin(byHand).build()) {
            assertThat(registry.require(StoragePlugin.class, "memory")).isSameAs(byHand);
        }
    }

    @Test
    void twoByHandWithOneIdExcludeEachOther() {
        try (PluginRegistry registry = builder()
                .plugin(SamplePlugin.of("guest"))
                .plugin(SamplePlugin.of("guest"))
                .build()) {
            assertRefused(() -> registry.require(GuestPlugin.class, "guest"), "plugin.duplicate");
        }
    }

    @Test
    void aBuilderThatIsUsedTwiceDoesNotMeetItsOwnBuiltInPlugin() {
        PluginRegistryBuilder builder = builder();
        for (int time = 0; time < 2; time++) {
            try (PluginRegistry registry =
                    builder.builtIn(new MemoryStoragePlugin()).build()) {
                assertThatCode(() -> registry.require(StoragePlugin.class, "memory"))
                        .doesNotThrowAnyException();
            }
        }
    }

    @Test
    void anUnknownEngineIsAnsweredWithTheKnownOnesAndTheDependencyToAdd() {
        try (PluginRegistry registry =
                builder().builtIn(new MemoryStoragePlugin()).build()) {
            assertRefused(() -> registry.require(StoragePlugin.class, "rocksdb"), "plugin.unknown", refusal -> {
                assertThat(refusal.message(Locale.ENGLISH))
                        .isEqualTo("There is no plugin rocksdb. Known: memory. Add the dependency"
                                + " fr.aisneneo:neo-sdk-core-rocksdb. To start without one, use memory:.");
                assertThat(refusal.message(Locale.FRENCH))
                        .isEqualTo("Il n’existe pas de greffon rocksdb. Connus : memory. Ajoutez la dépendance"
                                + " fr.aisneneo:neo-sdk-core-rocksdb. Pour commencer sans lui, utilisez memory:.");
            });
            assertRefused(
                    () -> registry.require(StoragePlugin.class, "postgresql"),
                    "plugin.unknown",
                    refusal -> assertThat(refusal).hasMessageContaining("fr.aisneneo:neo-sdk-core-postgresql"));
            assertRefused(
                    () -> registry.require(GuestPlugin.class, "rocksdb"),
                    "plugin.unknown",
                    refusal -> assertThat(refusal)
                            .hasMessageContaining("Known: none.")
                            .hasMessageNotContaining("fr.aisneneo:"));
        }
    }

    @Test
    void anUnknownIdAlsoNamesThoseThatWereSetAside() {
        GuestPlugin broken = new GuestPlugin() {
            @Override
            public String greeting() {
                return "";
            }

            @Override
            public PluginDescriptor descriptor() {
                throw new IllegalStateException();
            }
        };
        try (PluginRegistry registry = builder().plugin(broken).build()) {
            assertRefused(
                    () -> registry.require(GuestPlugin.class, "guest"),
                    "plugin.unknown",
                    refusal -> assertThat(refusal)
                            .hasMessageContaining(
                                    "Set aside: " + broken.getClass().getName()));
        }
    }

    @Test
    void onlyAnInterfaceThatExtendsPluginIsAKind() {
        try (PluginRegistry registry = builder().build()) {
            assertThatThrownBy(() -> registry.all(Plugin.class)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> registry.all(SamplePlugin.class)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void settingsAreCheckedWhenThePluginIsChosen() {
        SamplePlugin guest = SamplePlugin.of(
                "guest",
                Setting.required("host", SettingType.TEXT, "The machine."),
                Setting.optional("wait", SettingType.DURATION, "PT10S", "How long."));
        try (PluginRegistry registry =
                builder().plugin(guest).setting("guest", "host", "example.org").build()) {
            Settings settings = registry.settings(registry.require(GuestPlugin.class, "guest"));

            assertThat(settings.text("host")).isEqualTo("example.org");
            assertThat(settings.duration("wait")).isEqualTo(Duration.ofSeconds(10));
        }
        try (PluginRegistry registry =
                builder().plugin(guest).setting("guest", "wait", "ages").build()) {
            assertThat(registry.all(GuestPlugin.class)).hasSize(1);
            assertRefused(() -> registry.require(GuestPlugin.class, "guest"), "plugin.setting");
            assertThat(registry.report()).extracting(PluginReport::status).containsExactly(PluginStatus.REFUSED);
            assertRefused(() -> registry.require(GuestPlugin.class, "guest"), "plugin.setting");
            assertRefused(() -> registry.settings(guest), "plugin.setting");
        }
    }

    @Test
    void aSettingForAPluginThatWasNotFoundIsReported() {
        try (PluginRegistry registry =
                builder().setting("rockdb", "cache", "12").build()) {
            assertThat(registry.report()).hasSize(1);
            PluginReport report = registry.report().get(0);
            assertThat(report.id()).isEqualTo("rockdb");
            assertThat(report.status()).isEqualTo(PluginStatus.REFUSED);
            assertThat(report.reason())
                    .hasToString(
                            "The setting cache of the plugin rockdb is wrong:" + " no plugin of this id was found.");
        }
    }

    @Test
    void aSettingGivenTwiceWithDifferentValuesIsRefused() {
        PluginRegistryBuilder builder = builder().setting("guest", "host", "a").setting("guest", "host", "a");

        assertRefused(
                () -> builder.setting("guest", "host", "b"),
                "plugin.setting",
                refusal -> assertThat(refusal).hasMessageContaining("given twice"));
    }

    @Test
    void timeoutsHaveBounds() {
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofSeconds(-1), Duration.ofHours(2))) {
            assertThatThrownBy(() -> builder().timeout(wrong))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.INPUT_OUT_OF_RANGE));
        }
    }

    @Test
    void manyThreadsThatAskAtOnceGetTheSamePlugin(@TempDir Path directory) throws Exception {
        PluginJar.declared("acme").write(directory.resolve("acme.jar"));
        int threads = 8;
        CyclicBarrier start = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try (PluginRegistry registry = builder().directory(directory).build()) {
            Callable<StoragePlugin> ask = () -> {
                start.await();
                return registry.require(StoragePlugin.class, "acme");
            };
            List<StoragePlugin> got = new ArrayList<>();
            for (Future<StoragePlugin> future : pool.invokeAll(java.util.Collections.nCopies(threads, ask))) {
                got.add(future.get());
            }
            assertThat(got).hasSize(threads).allMatch(plugin -> plugin == got.get(0));
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void anInterruptedThreadGetsToKnowAndNothingIsHeldAgainstThePlugin(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory);
        PluginJar.declared("acme").write(directory.resolve("acme.jar"));
        AtomicInteger refused = new AtomicInteger();
        try (PluginRegistry registry = builder().directory(directory).build()) {
            Thread asking = new Thread(() -> {
                Thread.currentThread().interrupt();
                try {
                    registry.require(StoragePlugin.class, "acme");
                } catch (PluginException e) {
                    if (e.errorCode() == CoreError.PLUGIN_INTERRUPTED
                            && Thread.currentThread().isInterrupted()) {
                        refused.incrementAndGet();
                    }
                }
            });
            asking.start();
            asking.join();

            assertThat(refused).hasValue(1);
            assertThat(registry.require(StoragePlugin.class, "acme")).isNotNull();
        }
    }
}
