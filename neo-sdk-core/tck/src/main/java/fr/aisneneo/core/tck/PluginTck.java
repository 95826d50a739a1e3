package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aisneneo.core.plugin.Plugin;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.PluginRegistry;
import fr.aisneneo.core.plugin.PluginRegistryBuilder;
import fr.aisneneo.core.plugin.PluginSource;
import fr.aisneneo.core.plugin.PluginStatus;
import fr.aisneneo.core.plugin.SdkApi;
import fr.aisneneo.core.plugin.Setting;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.plugin.VersionRange;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of every {@link Plugin}, whatever its kind: it says who it is, does nothing before it is named, and is
 * found on the class path, on the module path and in a plugin directory alike.
 *
 * <p>An author extends this class in the tests of the plugin, beside the contract of the kind (such as
 * {@link StorageTck}):
 *
 * <pre>{@code
 * class AcmePluginTckTest extends PluginTck<StoragePlugin> {
 *     @Override
 *     protected Class<StoragePlugin> kind() {
 *         return StoragePlugin.class;
 *     }
 *
 *     @Override
 *     protected StoragePlugin plugin() {
 *         return new AcmePlugin();
 *     }
 * }
 * }</pre>
 *
 * <p>Where the tests of a module run on the module path its {@code provides} is what counts, where they run on the
 * class path its {@code META-INF/services}; run them on both. No case depends on timing.
 *
 * <p>An instance serves one case at a time, on the thread of that case; {@link #plugin()} may also be called on one
 * that the case starts and waits for.
 *
 * @param <P> the kind of plugin
 */
public abstract class PluginTck<P extends Plugin> {
    private static final Pattern SECRET = Pattern.compile("password|passphrase|secret|token|api-?key|private-?key");

    /** For subclasses. */
    protected PluginTck() {}

    /**
     * The kind of plugin.
     *
     * @return an interface that extends {@link Plugin}
     */
    protected abstract Class<P> kind();

    /**
     * A new instance, made as {@link java.util.ServiceLoader} makes it: with the constructor without parameters.
     *
     * @return the plugin
     */
    protected abstract P plugin();

    /**
     * Texts for the settings that must be given. None unless overridden.
     *
     * @return valid texts by name of the setting
     */
    protected Map<String, String> settings() {
        return Map.of();
    }

    private PluginDescriptor descriptor() {
        return plugin().descriptor();
    }

    private PluginRegistryBuilder registry() {
        PluginRegistryBuilder builder = PluginRegistry.builder();
        settings().forEach((name, value) -> builder.setting(descriptor().id(), name, value));
        return builder;
    }

    @Test
    void itDescribesItself() {
        assertThat(descriptor()).as("descriptor()").isNotNull();
    }

    @Test
    void itsDescriptorIsTheSameAtEachCallAndForEachInstance() {
        P plugin = plugin();
        PluginDescriptor first = plugin.descriptor();

        assertThat(plugin.descriptor()).as("second call").isEqualTo(first);
        assertThat(plugin().descriptor()).as("second instance").isEqualTo(first);
    }

    @Test
    void itsRangeHoldsTheSdkItIsTestedWith() {
        assertThat(VersionRange.parse(descriptor().sdkRange()).contains(SdkApi.version()))
                .as("%s holds %s", descriptor().sdkRange(), SdkApi.version())
                .isTrue();
    }

    @Test
    void itsRangeDoesNotPromiseToWorkWithEverySdkToCome() {
        assertThat(VersionRange.parse(descriptor().sdkRange()).contains("999999999"))
                .as("%s has an upper end", descriptor().sdkRange())
                .isFalse();
    }

    @Test
    void itsSettingsCanBeGiven() {
        assertThatCode(() -> Settings.check(descriptor(), settings()))
                .as("settings() gives every setting without a default a text that it can read")
                .doesNotThrowAnyException();
    }

    @Test
    void itsSettingsWithSecretNamesAreSecretAndHaveNoDefault() {
        for (Setting setting : descriptor().settings()) {
            if (SECRET.matcher(setting.name()).find()) {
                assertThat(setting.secret()).as("%s is secret", setting.name()).isTrue();
            }
            if (setting.secret()) {
                assertThat(Objects.requireNonNullElse(setting.defaultValue(), ""))
                        .as("default of %s", setting.name())
                        .isEmpty();
            }
        }
    }

    @Test
    void itsClassAndItsConstructorWithoutParametersArePublic() throws NoSuchMethodException {
        Class<?> type = plugin().getClass();

        assertThat(Modifier.isPublic(type.getModifiers()))
                .as("%s is public", type)
                .isTrue();
        assertThat(type.getConstructor()).as("public constructor of %s", type).isNotNull();
    }

    @Test
    void itStartsNoThreadBeforeItIsCalled() throws InterruptedException {
        ThreadGroup group = new ThreadGroup("construction");
        Thread construction = new Thread(group, this::descriptor, "construction");
        construction.start();
        construction.join();

        // A thread belongs to the group of the one that makes it, so nobody else's threads are counted.
        assertThat(group.activeCount())
                .as("threads started by construction and descriptor()")
                .isZero();
    }

    @Test
    void itIsDeclaredUnderMetaInfServices() {
        try (PluginPlace place = PluginPlace.of(plugin().getClass())) {
            assertThat(place.declared(kind()))
                    .as("META-INF/services/%s", kind().getName())
                    .contains(plugin().getClass().getName());
        }
    }

    @Test
    void itsModuleProvidesWhatItsServicesFileDeclares() {
        try (PluginPlace place = PluginPlace.of(plugin().getClass())) {
            assumeTrue(place.hasModuleInfo(), "The jar has no module-info");
            assertThat(Set.copyOf(place.provided(kind())))
                    .as("provides %s in module-info", kind().getName())
                    .isEqualTo(Set.copyOf(place.declared(kind())));
        }
    }

    @Test
    void itIsFoundWithoutBeingRegistered() {
        Class<?> type = plugin().getClass();
        try (PluginRegistry registry =
                registry().discover(type.getClassLoader()).build()) {
            assertThat(registry.require(kind(), descriptor().id())).isExactlyInstanceOf(type);
        }
    }

    @Test
    void itIsFoundInAPluginDirectory(@TempDir Path directory) {
        try (PluginPlace place = PluginPlace.of(plugin().getClass())) {
            place.copyTo(directory.resolve("plugin-under-test.jar"));
        }
        try (PluginRegistry registry =
                registry().withoutDiscovery().directory(directory).build()) {
            P found = registry.require(kind(), descriptor().id());

            assertThat(found.getClass().getName()).isEqualTo(plugin().getClass().getName());
            assertThat(found.getClass()).isNotEqualTo(plugin().getClass());
            assertThat(registry.report()).anySatisfy(report -> {
                assertThat(report.source()).isEqualTo(PluginSource.DIRECTORY);
                assertThat(report.status()).isEqualTo(PluginStatus.CHOSEN);
            });
        }
    }
}
