package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories of real jars. */
class PluginDirectoryTest {
    private static final String MODULE = "module acme.plugin { requires fr.aisneneo.core;"
            + " provides fr.aisneneo.core.storage.spi.StoragePlugin with acme.AcmePlugin; }";

    @TempDir
    Path temporary;

    private PluginRegistry registry;

    @AfterEach
    void close() {
        if (registry != null) {
            registry.close();
        }
    }

    private Path plugins() {
        return temporary.resolve("plugins");
    }

    private PluginRegistry open() {
        registry = PluginRegistry.builder()
                .withoutDiscovery()
                .directory(plugins())
                .timeout(Duration.ofSeconds(5))
                .build();
        return registry;
    }

    private Path jar(String name) throws IOException {
        return Files.createDirectories(plugins()).resolve(name);
    }

    private PluginReport only(PluginRegistry opened) {
        opened.all(StoragePlugin.class);
        assertThat(opened.report()).hasSize(1);
        return opened.report().get(0);
    }

    @Test
    void aJarWithAServicesFileIsFoundAndLoadedAsAnAutomaticModuleOfItsOwn() throws IOException {
        PluginJar.declared("acme").write(jar("acme-1.0.jar"));

        StoragePlugin plugin = open().require(StoragePlugin.class, "acme");

        assertThat(plugin.getClass().getModule().getName()).isEqualTo("acme");
        assertThat(plugin.getClass().getModule().getLayer()).isNotEqualTo(ModuleLayer.boot());
        assertThat(plugin.getClass().getClassLoader()).isNotEqualTo(Plugin.class.getClassLoader());
        assertThat(only(registry))
                .extracting(
                        PluginReport::kind,
                        PluginReport::id,
                        PluginReport::provider,
                        PluginReport::version,
                        PluginReport::vendor,
                        PluginReport::source,
                        PluginReport::location,
                        PluginReport::status,
                        PluginReport::reason)
                .containsExactly(
                        "StoragePlugin",
                        "acme",
                        "acme.AcmePlugin",
                        "1.2.3",
                        "Acme",
                        PluginSource.DIRECTORY,
                        "plugins/acme-1.0.jar",
                        PluginStatus.CHOSEN,
                        null);
    }

    @Test
    void aJarWithAModuleInfoIsFoundWithoutAServicesFile() throws IOException {
        PluginJar.plugin("acme", "[0.1,0.2)").moduleInfo(MODULE).write(jar("acme.jar"));

        StoragePlugin plugin = open().require(StoragePlugin.class, "acme");

        assertThat(plugin.getClass().getModule().getName()).isEqualTo("acme.plugin");
    }

    @Test
    void aStaticProviderMethodWorksWhereTheHostIsAModule() throws IOException {
        new PluginJar()
                .source(
                        "acme.Maker",
                        "package acme; public class Maker { public static"
                                + " fr.aisneneo.core.storage.spi.StoragePlugin provider() { return new AcmePlugin(); } }")
                .source("acme.AcmePlugin", Sources.sound("acme", "AcmePlugin", "acme", "[0.1,0.2)"))
                .moduleInfo(MODULE.replace("AcmePlugin", "Maker"))
                .write(jar("acme.jar"));

        PluginReport report = only(open());

        assertThat(report.location()).isEqualTo("plugins/acme.jar");
        // As for java.util.ServiceLoader itself, provider methods are for explicit modules only.
        assertThat(report.status())
                .isEqualTo(Plugin.class.getModule().isNamed() ? PluginStatus.AVAILABLE : PluginStatus.QUARANTINED);
    }

    @Test
    void twoPluginsBringTwoVersionsOfOneLibrarySideBySide() throws IOException {
        for (String version : List.of("one", "two")) {
            Path folder = Files.createDirectories(plugins().resolve(version));
            Path library = new PluginJar()
                    .source(
                            "helper.Helper",
                            "package helper; public class Helper { public static String version() { return \"" + version
                                    + "\"; } }")
                    .write(folder.resolve("helper-" + version.length() + ".jar"));
            new PluginJar()
                    .source(
                            "acme.AcmePlugin",
                            Sources.storagePlugin(
                                    "acme",
                                    "AcmePlugin",
                                    "public String toString() { return helper.Helper.version(); }",
                                    Sources.describing("acme-" + version, "[0.1,0.2)")))
                    .service(Sources.STORAGE, "acme.AcmePlugin")
                    .library(library)
                    .write(folder.resolve("plugin.jar"));
        }

        assertThat(open().all(StoragePlugin.class)).map(Object::toString).containsExactly("one", "two");
        assertThat(registry.report()).extracting(PluginReport::location).containsExactly("plugins/one", "plugins/two");
    }

    @Test
    void aCopyOfTheCoreThatCameAlongWithAPluginIsLeftAside() throws IOException {
        Path folder = Files.createDirectories(plugins().resolve("acme"));
        PluginJar.declared("acme").write(folder.resolve("acme.jar"));
        new PluginJar()
                .moduleInfo("module fr.aisneneo.core { exports fr.aisneneo.core.plugin; }")
                .source("fr.aisneneo.core.plugin.Plugin", "package fr.aisneneo.core.plugin; public interface Plugin {}")
                .write(folder.resolve("neo-sdk-core.jar"));

        assertThat(open().require(StoragePlugin.class, "acme")).isInstanceOf(Plugin.class);
    }

    @Test
    void aJarWhoseNameIsNoModuleNameIsAClassPathOfItsOwn() throws IOException {
        PluginJar.declared("acme").write(jar("3d-new.jar"));

        StoragePlugin plugin = open().require(StoragePlugin.class, "acme");

        assertThat(plugin.getClass().getModule().isNamed()).isFalse();
        assertThat(only(registry).location()).isEqualTo("plugins/3d-new.jar");
        assertThat(only(registry).source()).isEqualTo(PluginSource.DIRECTORY);
    }

    @Test
    void twoLibrariesOfOnePluginMayShareAPackageAsOnAnyClassPath() throws IOException {
        Path folder = Files.createDirectories(plugins().resolve("acme"));
        Path one = new PluginJar()
                .source("shared.One", "package shared; public class One {}")
                .write(folder.resolve("one.jar"));
        Path two = new PluginJar()
                .source("shared.Two", "package shared; public class Two {}")
                .write(folder.resolve("two.jar"));
        new PluginJar()
                .source(
                        "acme.AcmePlugin",
                        Sources.storagePlugin(
                                "acme",
                                "AcmePlugin",
                                "shared.One one = new shared.One(); shared.Two two = new shared.Two();",
                                Sources.describing("acme", "[0.1,0.2)")))
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .library(one)
                .library(two)
                .write(folder.resolve("plugin.jar"));

        assertThat(open().require(StoragePlugin.class, "acme").descriptor().id())
                .isEqualTo("acme");
    }

    @Test
    void aPluginMayBringItsOwnVersionOfALibraryOfTheHost() throws IOException {
        Path folder = Files.createDirectories(plugins().resolve("acme"));
        Path library = new PluginJar()
                .source(
                        "com.github.benmanes.caffeine.cache.Caffeine",
                        "package com.github.benmanes.caffeine.cache;"
                                + " public class Caffeine { public static String name() { return \"decaf\"; } }")
                .write(folder.resolve("caffeine-0.1.jar"));
        new PluginJar()
                .source(
                        "acme.AcmePlugin",
                        Sources.storagePlugin(
                                "acme",
                                "AcmePlugin",
                                "public String toString() {"
                                        + " return com.github.benmanes.caffeine.cache.Caffeine.name(); }",
                                Sources.describing("acme", "[0.1,0.2)")))
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .libraryFirst(library)
                .write(folder.resolve("plugin.jar"));

        assertThat(open().require(StoragePlugin.class, "acme")).hasToString("decaf");
    }

    @Test
    void itsOwnClassesAndResourcesComeBeforeThoseOfTheHost() throws IOException {
        PluginJar.declared("acme").resource("acme/greeting.txt", "hello").write(jar("acme.jar"));

        StoragePlugin plugin = open().require(StoragePlugin.class, "acme");

        try (var in = plugin.getClass().getResourceAsStream("greeting.txt")) {
            assertThat(in).hasContent("hello");
        }
        assertThat(plugin.getClass().getClassLoader().getResource("acme/greeting.txt"))
                .isNotNull();
        assertThat(plugin.getClass().getClassLoader().getResource("no/such.txt"))
                .isNull();
    }

    @Test
    void aBrokenJarIsNamedAndSetAsideWhileTheOthersWork() throws IOException {
        PluginJar.declared("acme").write(jar("acme.jar"));
        Files.writeString(jar("broken.jar"), "not a zip file");

        assertThat(open().require(StoragePlugin.class, "acme").descriptor().id())
                .isEqualTo("acme");
        assertThat(registry.report())
                .extracting(PluginReport::id, PluginReport::status, report -> code(report))
                .containsExactly(
                        tuple("plugins/broken.jar", PluginStatus.QUARANTINED, "plugin.jar"),
                        tuple("acme", PluginStatus.CHOSEN, ""));
        PluginReason reason = registry.report().get(0).reason();
        assertThat(reason).isNotNull();
        assertThat(reason.text(Locale.ENGLISH))
                .startsWith("The plugin jar plugins/broken.jar cannot be used: ")
                .doesNotContain(temporary.toString());
        assertThat(reason.text(Locale.FRENCH)).startsWith("Le jar de greffon plugins/broken.jar est inutilisable");
    }

    @Test
    void aJarWhoseModuleNeedsAModuleThatIsNotThereIsSetAside() throws IOException {
        Path library = new PluginJar()
                .moduleInfo("module helper { exports helper; }")
                .source("helper.Helper", "package helper; public class Helper {}")
                .write(temporary.resolve("helper.jar"));
        new PluginJar()
                .source(
                        "acme.AcmePlugin",
                        Sources.storagePlugin(
                                "acme",
                                "AcmePlugin",
                                "helper.Helper helper = new helper.Helper();",
                                Sources.describing("acme", "[0.1,0.2)")))
                .moduleInfo(MODULE.replace("requires", "requires helper; requires"))
                .library(library)
                .write(jar("acme.jar"));

        PluginReport report = only(open());

        // On the module path the module cannot be linked; on the class path the class is missing when it is needed.
        assertThat(report.status()).isEqualTo(PluginStatus.QUARANTINED);
        assertThat(code(report)).isIn("plugin.jar", "plugin.lacks_class");
        assertThat(text(report)).contains("helper");
    }

    @Test
    void aJarWithoutAnyPluginIsReported() throws IOException {
        new PluginJar().resource("readme.txt", "hello").write(jar("plain.jar"));

        PluginReport report = only(open());

        assertThat(report.status()).isEqualTo(PluginStatus.REFUSED);
        assertThat(code(report)).isEqualTo("plugin.jar_empty");
    }

    @Test
    void aDirectoryThatDoesNotExistIsReported() {
        PluginReport report = only(open());

        assertThat(report.location()).endsWith("/plugins");
        assertThat(code(report)).isEqualTo("plugin.directory");
    }

    @Test
    void hiddenFilesAndOtherFilesAreLeftAlone() throws IOException {
        Files.writeString(jar(".hidden.jar"), "x");
        Files.writeString(jar("readme.txt"), "x");
        Files.createDirectories(plugins().resolve("empty"));

        open().all(StoragePlugin.class);

        assertThat(registry.report()).isEmpty();
    }

    @Test
    void aPluginThatLacksAClassIsNamedWithTheClass() throws IOException {
        new PluginJar()
                .source(
                        "acme.AcmePlugin",
                        Sources.storagePlugin(
                                "acme",
                                "AcmePlugin",
                                "Missing missing = new Missing();",
                                Sources.describing("acme", "[0.1,0.2)")))
                .source("acme.Missing", "package acme; class Missing {}")
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .without("acme.Missing")
                .write(jar("acme.jar"));

        PluginReport report = only(open());

        assertThat(report.id()).isEqualTo("acme.AcmePlugin");
        assertThat(report.status()).isEqualTo(PluginStatus.QUARANTINED);
        assertThat(text(report))
                .isEqualTo("The plugin acme.AcmePlugin (plugins/acme.jar) lacks the class acme.Missing."
                        + " Add the jar that holds it.");
    }

    @Test
    void aPluginWhoseSuperclassIsMissingIsNamedWithTheClass() throws IOException {
        new PluginJar()
                .source(
                        "acme.AcmePlugin",
                        Sources.storagePlugin("acme", "AcmePlugin", "", Sources.describing("acme", "[0.1,0.2)"))
                                .replace("AcmePlugin implements", "AcmePlugin extends Missing implements"))
                .source("acme.Missing", "package acme; class Missing {}")
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .without("acme.Missing")
                .write(jar("acme.jar"));

        PluginReport report = only(open());

        assertThat(code(report)).isEqualTo("plugin.lacks_class");
        assertThat(text(report)).contains("acme.AcmePlugin", "plugins/acme.jar", "acme.Missing");
    }

    @Test
    void twoFoundPluginsWithOneIdAreBothRefusedWithBothPlaces() throws IOException {
        PluginJar.declared("acme").write(jar("a.jar"));
        PluginJar.declared("acme").write(jar("b.jar"));

        assertThatThrownBy(() -> open().require(StoragePlugin.class, "acme"))
                .isInstanceOfSatisfying(PluginException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("plugin.duplicate");
                    assertThat(refusal.facts())
                            .containsEntry("first", "plugins/a.jar")
                            .containsEntry("second", "plugins/b.jar");
                });
        assertThat(registry.report())
                .extracting(PluginReport::status)
                .containsExactly(PluginStatus.REFUSED, PluginStatus.REFUSED);
    }

    @Test
    void ofTwoVersionsForTwoSdksTheFittingOneIsUsed() throws IOException {
        PluginJar.plugin("acme", "[0.0,0.1)")
                .service(Sources.STORAGE, "acme.AcmePlugin")
                .write(jar("old.jar"));
        PluginJar.declared("acme").write(jar("fitting.jar"));

        open().require(StoragePlugin.class, "acme");

        assertThat(registry.report())
                .extracting(PluginReport::location, PluginReport::status, report -> code(report))
                .containsExactly(
                        tuple("plugins/fitting.jar", PluginStatus.CHOSEN, ""),
                        tuple("plugins/old.jar", PluginStatus.REFUSED, "plugin.incompatible"));
    }

    @Test
    void afterCloseItsClassesAreNoLongerLoadedAndItIsNotGivenOut() throws Exception {
        PluginJar.declared("acme")
                .source("acme.Later", "package acme; public class Later {}")
                .write(jar("acme.jar"));
        ClassLoader loader =
                open().require(StoragePlugin.class, "acme").getClass().getClassLoader();

        registry.close();
        registry.close();

        assertThatThrownBy(() -> loader.loadClass("acme.Later")).isInstanceOf(ClassNotFoundException.class);
        assertThatThrownBy(() -> registry.require(StoragePlugin.class, "acme"))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("plugin.closed"));
        assertThat(registry.report()).hasSize(1);
    }

    private static String code(PluginReport report) {
        return report.reason() == null ? "" : report.reason().code();
    }

    private static String text(PluginReport report) {
        return String.valueOf(report.reason());
    }
}
