package fr.aisneneo.example.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortalSettingsTest {
    private static PortalSettings read(Map<String, String> properties, Map<String, String> environment) {
        Properties given = new Properties();
        given.putAll(properties);
        return PortalSettings.read(given, environment);
    }

    @Test
    void withoutSettingsItListensOnLoopbackAndKeepsItsDataBeside() {
        assertThat(read(Map.of(), Map.of())).isEqualTo(new PortalSettings("127.0.0.1", 8080, "rocksdb:data", null));
    }

    @Test
    void aPropertyGoesBeforeTheEnvironment() {
        PortalSettings settings = read(
                Map.of("neo.portal.port", "0"),
                Map.of("NEO_PORTAL_PORT", "9000", "NEO_PORTAL_DATA", "/srv/portal", "NEO_PORTAL_HOST", "0.0.0.0"));

        assertThat(settings).isEqualTo(new PortalSettings("0.0.0.0", 0, "rocksdb:/srv/portal", null));
    }

    @Test
    void aStorageUriGoesBeforeADataFolder() {
        assertThat(read(Map.of("neo.portal.storage", "memory:", "neo.portal.data", "x"), Map.of())
                        .storage())
                .isEqualTo("memory:");
    }

    @Test
    void cookiesAreForHttpsOnlyWhereTheOriginIs() {
        assertThat(read(Map.of("neo.portal.origin", "https://reserver.example.fr"), Map.of())
                        .secure())
                .isTrue();
        assertThat(read(Map.of("neo.portal.origin", "http://intranet:8080"), Map.of())
                        .secure())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "65536", "http", "80 80", "999999"})
    void aPortThatIsNoneIsRefused(String port) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("neo.portal.port", port), Map.of()))
                .withMessageContaining("neo.portal.port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reserver.example.fr", "https://a/b", "ftp://a", "https://user@a"})
    void anOriginThatIsNoneIsRefused(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of("neo.portal.origin", origin), Map.of()))
                .withMessageContaining("neo.portal.origin");
    }
}
