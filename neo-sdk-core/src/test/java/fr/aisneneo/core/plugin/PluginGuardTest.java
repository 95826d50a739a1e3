package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calls of a plugin that must not harm the host. */
class PluginGuardTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(200);

    private PluginRegistry registry;
    private GuestPlugin guest;

    @BeforeEach
    void open() {
        registry = PluginRegistry.builder()
                .withoutDiscovery()
                .plugin(SamplePlugin.of("guest"))
                .build();
        guest = registry.require(GuestPlugin.class, "guest");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void assertQuarantined(String code, String words) {
        assertThat(registry.report()).hasSize(1);
        PluginReport report = registry.report().get(0);
        assertThat(report.status()).isEqualTo(PluginStatus.QUARANTINED);
        assertThat(report.reason()).isNotNull();
        assertThat(report.reason().code()).isEqualTo(code);
        assertThat(report.reason().text(Locale.ENGLISH)).contains("guest", "open", words);
        assertThatThrownBy(() -> registry.guard(guest, "open", LONG, () -> "again"))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.PLUGIN_QUARANTINED));
        assertThatThrownBy(() -> registry.require(GuestPlugin.class, "guest"))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.PLUGIN_QUARANTINED));
        assertThat(registry.all(GuestPlugin.class)).isEmpty();
    }

    @Test
    void itReturnsWhatThePluginReturnsFromAThreadThatHasThePluginsLoader() {
        ClassLoader loader =
                registry.guard(guest, "open", LONG, () -> Thread.currentThread().getContextClassLoader());

        assertThat(loader).isSameAs(SamplePlugin.class.getClassLoader());
    }

    @Test
    void anExceptionOfTheFamilyPassesThroughAsItIs() {
        StorageException locked = new StorageException(
                CoreError.STORAGE_LOCKED, Map.of("location", "data/neo", "holder", "another process"));

        assertThatThrownBy(() -> registry.guard(guest, "open", LONG, () -> {
                    throw locked;
                }))
                .isSameAs(locked);
        assertThat(registry.report()).extracting(PluginReport::status).containsExactly(PluginStatus.CHOSEN);
    }

    static Callable<?>[] failures() {
        return new Callable<?>[] {
            () -> {
                throw new IllegalStateException("password=x");
            },
            () -> {
                throw new IOException("password=x");
            },
            () -> {
                throw new AssertionError("password=x");
            }
        };
    }

    @ParameterizedTest
    @MethodSource("failures")
    void onePluginThatThrowsAnythingElseIsSetAsideWithoutItsOwnWords(Callable<?> failure) {
        assertThatThrownBy(() -> registry.guard(guest, "open", LONG, failure))
                .isInstanceOfSatisfying(PluginException.class, refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(CoreError.PLUGIN_QUARANTINED);
                    assertThat(refusal).hasMessageNotContaining("password");
                    assertThat(refusal).hasRootCauseMessage("password=x");
                });
        assertQuarantined("plugin.threw", "failed during open");
    }

    @Test
    void aNativeLibraryThatIsMissingIsQuoted() {
        assertThatThrownBy(() -> registry.guard(guest, "open", LONG, () -> {
                    throw new UnsatisfiedLinkError("no rocks in java.library.path: /opt/secret/place/lib");
                }))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("no rocks in java.library.path")
                .hasMessageNotContaining("/opt/secret");
    }

    @Test
    void onePluginThatHangsIsInterruptedAndSetAside() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> registry.guard(guest, "open", SHORT, () -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return "late";
                }))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("did not finish open within 0.2 seconds");

        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
        assertQuarantined("plugin.hung", "within 0.2 seconds");
    }

    @Test
    void whatAPluginReturnsTooLateIsClosed() throws InterruptedException {
        CountDownLatch givenUp = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Callable<AutoCloseable> stubborn = () -> {
            boolean free = false;
            while (!free) {
                try {
                    free = givenUp.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    // stubborn on purpose
                }
            }
            return closed::countDown;
        };

        assertThatThrownBy(() -> registry.guard(guest, "open", SHORT, stubborn)).isInstanceOf(PluginException.class);
        givenUp.countDown();

        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void lackOfMemoryIsNotThePluginsAffair() {
        OutOfMemoryError none = new OutOfMemoryError("simulated");

        assertThatThrownBy(() -> registry.guard(guest, "open", LONG, () -> {
                    throw none;
                }))
                .isSameAs(none);
        assertThat(registry.report()).extracting(PluginReport::status).containsExactly(PluginStatus.CHOSEN);
    }

    @Test
    void anInterruptedCallerIsToldAndKeepsTheInterrupt() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> registry.guard(guest, "open", LONG, () -> {
                        new CountDownLatch(1).await();
                        return "never";
                    }))
                    .isInstanceOfSatisfying(
                            PluginException.class,
                            refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.PLUGIN_INTERRUPTED));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
        assertThat(registry.report()).extracting(PluginReport::status).containsExactly(PluginStatus.CHOSEN);
    }

    @Test
    void aPluginOfAnotherRegistryIsRefused() {
        assertThatThrownBy(() -> registry.guard(SamplePlugin.of("guest"), "open", LONG, () -> ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aTimeoutOfNothingIsRefused() {
        assertThatThrownBy(() -> registry.guard(guest, "open", Duration.ZERO, () -> ""))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void afterCloseNothingIsCalled() {
        registry.close();

        assertThatThrownBy(() -> registry.guard(guest, "open", LONG, () -> ""))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.PLUGIN_CLOSED));
    }
}
