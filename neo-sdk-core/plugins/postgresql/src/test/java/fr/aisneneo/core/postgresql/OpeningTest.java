package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.Storage;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever cannot be let in is told why, and what to do. */
@Tag("heavy")
class OpeningTest {
    private static Storage open(String location, Map<String, String> settings) {
        PostgresqlStoragePlugin plugin = new PostgresqlStoragePlugin();
        Map<String, String> given = new HashMap<>(Map.of("user", "postgres", "writer-wait", "PT2S"));
        given.putAll(settings);
        return plugin.open(location, Settings.check(plugin.descriptor(), given));
    }

    private static NeoException refusal(String location, Map<String, String> settings) {
        return Objects.requireNonNull(
                catchThrowableOfType(
                        NeoException.class, () -> open(location, settings).close()),
                "it was opened");
    }

    private static String other(String database) {
        return Server.location().replaceFirst("/[a-z]+$", "/" + database);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "data/neo", "//", "//localhost", "//localhost/", "//marie:secret@localhost/neo", "///neo/x"})
    void anAddressThatIsNoneIsRefusedAndNotShown(String location) {
        NeoException e = refusal(location, Map.of());
        assertThat(e.code()).isEqualTo("postgresql.url");
        assertThat(e.getMessage()).contains("postgresql://host").doesNotContain("secret");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedWithoutItsParameters() {
        // A port that nobody listens on: 1 needs rights that no test has.
        NeoException e = refusal("//localhost:1/neo?password=geheim", Map.of());
        assertThat(e.code()).isEqualTo("postgresql.unreachable");
        assertThat(e.getMessage()).contains("//localhost:1/neo").doesNotContain("geheim");
    }

    @Test
    void anUnknownUserIsRefused() {
        assertThat(refusal(Server.location(), Map.of("user", "nobody_here")).code())
                .isEqualTo("postgresql.authentication");
    }

    @Test
    void aDatabaseThatDoesNotExistIsRefusedWithHowToMakeIt() {
        NeoException e = refusal(other("nowhere"), Map.of());
        assertThat(e.code()).isEqualTo("postgresql.database");
        assertThat(e.message(Locale.FRENCH)).contains("CREATE DATABASE").contains("UTF8");
    }

    @Test
    void aUserWithoutTheRightToMakeTablesIsToldSo() throws SQLException {
        Database.run("CREATE ROLE reader LOGIN", "CREATE SCHEMA locked");
        assertThat(refusal(Server.location(), Map.of("user", "reader", "schema", "locked"))
                        .code())
                .isEqualTo("postgresql.rights");
        assertThat(refusal(Server.location(), Map.of("user", "reader", "schema", "new_one"))
                        .code())
                .isEqualTo("postgresql.rights");
    }

    @Test
    void aDatabaseThatTakesNoWritesIsRefused() throws SQLException {
        Database.run("CREATE DATABASE standby", "ALTER DATABASE standby SET default_transaction_read_only = on");
        NeoException e = refusal(other("standby"), Map.of());
        assertThat(e.code()).isEqualTo("postgresql.server");
        assertThat(e.getMessage()).contains("transaction_read_only");
    }

    @Test
    void aDatabaseInAnotherEncodingIsRefused() throws SQLException {
        Database.run("CREATE DATABASE old ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        NeoException e = refusal(other("old"), Map.of());
        assertThat(e.code()).isEqualTo("postgresql.server");
        assertThat(e.getMessage()).contains("SQL_ASCII");
    }

    @ParameterizedTest
    @ValueSource(strings = {"schema=Robert'); DROP", "connections=1", "writer-wait=PT0S", "statement-timeout=PT2H"})
    void aSettingOutsideItsRangeIsNamed(String setting) {
        String[] parts = setting.split("=", 2);
        NeoException e = refusal(Server.location(), Map.of(parts[0], parts[1]));
        assertThat(e.code()).isEqualTo("plugin.setting");
        assertThat(e.facts()).containsEntry("setting", parts[0]);
    }

    @Test
    void whereItIsIsShownWithoutSecrets() {
        try (Storage storage = open(Server.location() + "?password=geheim", Map.of("schema", "shown"))) {
            assertThat(storage.info().location()).isEqualTo(Server.location());
            assertThat(storage.info().durable()).isTrue();
        }
    }
}
