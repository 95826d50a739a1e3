package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars on a class path: sound ones and every way to be broken. Beside each broken one stands a sound one. */
class PluginClassPathTest {
    private static final String SOUND = "[0.1,0.2)";

    /** Long for the sound plugin that is asked with the same bound; the hanging one never ends. */
    private static final Duration HANGING = Duration.ofSeconds(3);

    @TempDir
    Path jars;

    private final List<URLClassLoader> loaders = new ArrayList<>();
    private Path sound;

    @BeforeEach
    void writeASoundPlugin() {
        sound = new PluginJar()
                .source("sound.SoundPlugin", Sources.sound("sound", "SoundPlugin", "sound", SOUND))
                .service(Sources.STORAGE, "sound.SoundPlugin")
                .write(jars.resolve("sound.jar"));
    }

    @AfterEach
    void closeLoaders() throws IOException {
        for (URLClassLoader loader : loaders) {
            loader.close();
        }
    }

    private URLClassLoader loader(Path... paths) {
        URL[] urls = new URL[paths.length];
        try {
            for (int i = 0; i < paths.length; i++) {
                urls[i] = paths[i].toUri().toURL();
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
        URLClassLoader loader = new URLClassLoader(urls, Plugin.class.getClassLoader());
        loaders.add(loader);
        return loader;
    }

    private PluginRegistry open(ClassLoader loader, Duration timeout) {
        return PluginRegistry.builder().discover(loader).timeout(timeout).build();
    }

    /** The broken one's report, after checking that the sound one works although the broken one comes first. */
    private PluginReport brokenBesideSound(PluginJar broken, Duration timeout) {
        try (PluginRegistry registry = open(loader(broken.write(jars.resolve("broken.jar")), sound), timeout)) {
            assertThat(registry.require(StoragePlugin.class, "sound")
                            .descriptor()
                            .id())
                    .isEqualTo("sound");
            List<PluginReport> others = registry.report().stream()
                    .filter(report -> !report.id().equals("sound"))
                    .toList();
            assertThat(others).hasSize(1);
            return others.get(0);
        }
    }

    private PluginReport brokenBesideSound(String members, String descriptor) {
        return brokenBesideSound(broken(members, descriptor), Duration.ofSeconds(30));
    }

    private static PluginJar broken(String members, String descriptor) {
        return new PluginJar()
                .source("acme.AcmePlugin", Sources.storagePlugin("acme", "AcmePlugin", members, descriptor))
                .service(Sources.STORAGE, "acme.AcmePlugin");
    }

    private static void assertQuarantined(PluginReport report, String code, String... words) {
        assertThat(report.status()).isEqualTo(PluginStatus.QUARANTINED);
        assertThat(report.reason()).isNotNull();
        assertThat(report.reason().code()).isEqualTo(code);
        assertThat(report.reason().toString()).contains(words).doesNotContain("file:", "/tmp");
        assertThat(report.kind()).isEqualTo("StoragePlugin");
        assertThat(report.source()).isEqualTo(PluginSource.CLASS_PATH);
        assertThat(report.location()).endsWith("/broken.jar");
    }

    @Test
    void aPluginOnTheClassPathIsFoundAndInertUntilItIsNamed() {
        try (PluginRegistry registry = open(loader(sound), Duration.ofSeconds(30))) {
            assertThat(registry.all(StoragePlugin.class)).hasSize(1);
            assertThat(registry.report()).extracting(PluginReport::status).containsExactly(PluginStatus.AVAILABLE);

            registry.require(StoragePlugin.class, "sound");

            PluginReport report = registry.report().get(0);
            assertThat(report.status()).isEqualTo(PluginStatus.CHOSEN);
            assertThat(report.source()).isEqualTo(PluginSource.CLASS_PATH);
            assertThat(report.location()).endsWith("/sound.jar");
        }
    }

    @Test
    void oneWhoseConstructorThrowsIsSetAside() {
        assertQuarantined(
                brokenBesideSound(
                        "public AcmePlugin() { throw new IllegalStateException(\"password=x\"); }",
                        Sources.describing("acme", SOUND)),
                "plugin.threw",
                "acme.AcmePlugin",
                "construction",
                "java.lang.IllegalStateException");
    }

    @Test
    void oneWhoseStaticInitialiserThrowsIsSetAside() {
        assertQuarantined(
                brokenBesideSound(
                        "static final int COUNT = Integer.parseInt(\"many\");", Sources.describing("acme", SOUND)),
                "plugin.threw",
                "java.lang.NumberFormatException");
    }

    @Test
    void oneWhoseStackOverflowsIsSetAside() {
        assertQuarantined(
                brokenBesideSound("", "return descriptor();"), "plugin.threw", "java.lang.StackOverflowError");
    }

    @Test
    void oneWhoseDescriptorThrowsAnErrorIsSetAside() {
        assertQuarantined(
                brokenBesideSound("", "throw new AssertionError();"),
                "plugin.threw",
                "descriptor()",
                "java.lang.AssertionError");
    }

    @Test
    void oneWithoutADescriptorIsSetAside() {
        assertQuarantined(brokenBesideSound("", "return null;"), "plugin.descriptor", "acme.AcmePlugin");
    }

    @Test
    void oneThatDescribesItselfWronglyIsSetAsideWithTheFieldThatIsWrong() {
        assertQuarantined(
                brokenBesideSound("", Sources.describing("Not An Id", SOUND)), "plugin.descriptor", "The field id");
        assertQuarantined(
                brokenBesideSound("", Sources.describing("acme", "0.1")), "plugin.descriptor", "The field sdkRange");
    }

    @Test
    void oneThatHangsIsSetAside() {
        String hanging = "try { new java.util.concurrent.CountDownLatch(1).await(); }"
                + " catch (InterruptedException e) { Thread.currentThread().interrupt(); }"
                + " return null;";
        assertQuarantined(
                brokenBesideSound(broken("", hanging), HANGING), "plugin.hung", "acme.AcmePlugin", "3 seconds");
    }

    @Test
    void oneThatHangsInItsConstructorIsSetAside() {
        assertQuarantined(
                brokenBesideSound(
                        broken(
                                "public AcmePlugin() throws Exception {"
                                        + " new java.util.concurrent.CountDownLatch(1).await(); }",
                                Sources.describing("acme", SOUND)),
                        HANGING),
                "plugin.hung",
                "construction");
    }

    @Test
    void oneThatLacksAClassIsSetAsideWithItsName() {
        PluginJar lacking = broken("Missing missing = new Missing();", Sources.describing("acme", SOUND))
                .source("acme.Missing", "package acme; class Missing {}")
                .without("acme.Missing");

        assertQuarantined(
                brokenBesideSound(lacking, Duration.ofSeconds(30)), "plugin.lacks_class", "the class acme.Missing");
    }

    @Test
    void oneWhoseSuperclassIsMissingIsSetAsideWithItsName() {
        PluginJar lacking = new PluginJar()
                .source(
                        "acme.AcmePlugin",
                        Sources.sound("acme", "AcmePlugin", "acme", SOUND)
                                .replace("AcmePlugin implements", "AcmePlugin extends Missing implements"))
                .source("acme.Missing", "package acme; public class Missing {}")
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .without("acme.Missing");

        PluginReport report = brokenBesideSound(lacking, Duration.ofSeconds(30));

        // The JVM names the missing class; which provider needed it stands in no message, so its place is not known.
        assertThat(report.status()).isEqualTo(PluginStatus.QUARANTINED);
        assertThat(report.reason().code()).isEqualTo("plugin.lacks_class");
        assertThat(report.reason().toString()).contains("acme.Missing");
    }

    @Test
    void oneThatIsDeclaredButNotInTheJarIsSetAside() {
        assertQuarantined(
                brokenBesideSound(new PluginJar().service(Sources.STORAGE, "acme.AcmePlugin"), Duration.ofSeconds(30)),
                "plugin.unloadable",
                "acme.AcmePlugin",
                "not found");
    }

    @Test
    void oneThatIsNotOfTheKindIsSetAside() {
        assertQuarantined(
                brokenBesideSound(
                        new PluginJar()
                                .source("acme.AcmePlugin", "package acme; public class AcmePlugin {}")
                                .service(Sources.STORAGE, "acme.AcmePlugin"),
                        Duration.ofSeconds(30)),
                "plugin.unloadable",
                "not a subtype");
    }

    @Test
    void oneWithoutAPublicConstructorIsSetAside() {
        assertQuarantined(
                brokenBesideSound("private AcmePlugin() {}", Sources.describing("acme", SOUND)),
                "plugin.unloadable",
                "acme.AcmePlugin");
    }

    @Test
    void aServicesFileThatCannotBeReadIsSetAsideByItsJar() {
        assertQuarantined(
                brokenBesideSound(
                        new PluginJar().service(Sources.STORAGE, "acme Plugin, please"), Duration.ofSeconds(30)),
                "plugin.unloadable",
                "broken.jar");
    }

    @Test
    void oneForAnotherSdkIsRefusedWithItsRangeAndThisVersion() {
        Path future = PluginJar.plugin("acme", "[7,8)")
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .write(jars.resolve("future.jar"));
        try (PluginRegistry registry = open(loader(future, sound), Duration.ofSeconds(30))) {
            assertThatThrownBy(() -> registry.require(StoragePlugin.class, "acme"))
                    .isInstanceOfSatisfying(PluginException.class, refusal -> {
                        assertThat(refusal.code()).isEqualTo("plugin.incompatible");
                        assertThat(refusal.facts())
                                .containsEntry("range", "[7,8)")
                                .containsEntry("api", SdkApi.version());
                    });
            assertThat(registry.all(StoragePlugin.class)).hasSize(1);
        }
    }

    @Test
    void oneThatTwoLoadersLeadToIsTakenOnce() {
        ClassLoader parent = loader(sound);
        ClassLoader child = new ClassLoader(parent) {};
        try (PluginRegistry registry =
                PluginRegistry.builder().discover(parent).discover(child).build()) {
            assertThat(registry.all(StoragePlugin.class)).hasSize(1);
        }
    }

    @Test
    void theContextLoaderOfTheThreadThatBuildsIsUsedAndNotThatOfTheOneThatAsks() throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        current.setContextClassLoader(loader(sound));
        try (PluginRegistry registry = PluginRegistry.builder().build()) {
            current.setContextClassLoader(before);
            Callable<String> ask = () ->
                    registry.require(StoragePlugin.class, "sound").descriptor().id();
            assertThat(ForkJoinPool.commonPool().submit(ask).get()).isEqualTo("sound");
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @Test
    void aRegistryBuiltInAPoolThreadFindsWhatItsLoaderSees() throws Exception {
        URLClassLoader loader = loader(sound);
        Callable<Integer> build = () -> {
            try (PluginRegistry registry = open(loader, Duration.ofSeconds(30))) {
                return registry.all(StoragePlugin.class).size();
            }
        };
        assertThat(ForkJoinPool.commonPool().submit(build).get()).isEqualTo(1);
    }

    @Test
    void aPluginIsConstructedWithItsOwnLoaderAsContext() {
        Path nosy = broken(
                        "public String toString() { return loader; } private final String loader ="
                                + " String.valueOf(Thread.currentThread().getContextClassLoader()"
                                + " == AcmePlugin.class.getClassLoader());",
                        Sources.describing("acme", SOUND))
                .write(jars.resolve("nosy.jar"));
        try (PluginRegistry registry = open(loader(nosy), Duration.ofSeconds(30))) {
            assertThat(registry.require(StoragePlugin.class, "acme")).hasToString("true");
        }
    }

    @Test
    void twoRegistriesInOneProcessShareNothing() {
        URLClassLoader loader = loader(sound);
        try (PluginRegistry first = open(loader, Duration.ofSeconds(30));
                PluginRegistry second = open(loader, Duration.ofSeconds(30))) {
            StoragePlugin ofFirst = first.require(StoragePlugin.class, "sound");
            assertThatThrownBy(() -> first.guard(ofFirst, "open", Duration.ofSeconds(30), () -> {
                        throw new IllegalStateException();
                    }))
                    .isInstanceOf(PluginException.class);

            assertThat(second.require(StoragePlugin.class, "sound")).isNotSameAs(ofFirst);
            assertThat(second.report()).extracting(PluginReport::status).containsExactly(PluginStatus.CHOSEN);
            assertThatThrownBy(() -> second.settings(ofFirst)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
