package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Setting;
import fr.aisneneo.core.plugin.SettingType;
import fr.aisneneo.core.plugin.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The settings of one store.
 *
 * @param user who connects; empty for what the URL or the system says
 * @param password the password; empty for what the URL, {@code .pgpass} or the certificate says
 * @param schema where the tables are
 * @param connections how many connections at most
 * @param idleConnections how many of them are kept open though nobody uses them
 * @param writerWait how long a writer waits for its turn, and anybody for a connection
 * @param statementTimeout how long one statement may take
 * @param idleTimeout how long a transaction may do nothing
 * @param advisoryLocks whether writers of several processes queue for what they contend on
 */
record PostgresqlSettings(
        String user,
        String password,
        String schema,
        int connections,
        int idleConnections,
        Duration writerWait,
        Duration statementTimeout,
        Duration idleTimeout,
        boolean advisoryLocks) {
    static final PluginDescriptor DESCRIPTOR = new PluginDescriptor(
            "postgresql",
            "0.1.0",
            "[0.1,0.2)",
            "Aisne Neo",
            "Keeps everything in a PostgreSQL database, for any number of processes.",
            List.of(
                    Setting.optional(
                            "user", SettingType.TEXT, "", "Who connects; empty for the user of the URL or the system."),
                    new Setting(
                            "password",
                            SettingType.TEXT,
                            "",
                            true,
                            "The password; empty where the URL, .pgpass or a certificate has it."),
                    Setting.optional(
                            "schema",
                            SettingType.TEXT,
                            "public",
                            "The schema that holds the tables; created where it is missing and the user may do so."),
                    Setting.optional(
                            "connections", SettingType.INTEGER, "16", "How many connections at most, 2 to 1000."),
                    Setting.optional(
                            "idle-connections",
                            SettingType.INTEGER,
                            "16",
                            "How many of them are kept open though nobody uses them, 0 to 1000: those need not be"
                                    + " opened when many callers come at once."),
                    Setting.optional(
                            "writer-wait",
                            SettingType.DURATION,
                            "PT10S",
                            "How long a writer waits for its turn, and anybody for a connection."),
                    Setting.optional(
                            "statement-timeout",
                            SettingType.DURATION,
                            "PT30S",
                            "How long one statement may take before the server ends it."),
                    Setting.optional(
                            "idle-timeout",
                            SettingType.DURATION,
                            "PT1M",
                            "How long a transaction may do nothing before the server ends it."),
                    Setting.optional(
                            "advisory-locks",
                            SettingType.BOOLEAN,
                            "true",
                            "Whether writers of several processes queue by advisory locks. Without them, behind a"
                                    + " pooler of transactions or on a server that has none, more are run again.")));

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Duration LONGEST = Duration.ofHours(1);

    static PostgresqlSettings of(Settings settings) {
        String schema = settings.text("schema");
        if (!SCHEMA.matcher(schema).matches()) {
            throw wrong("schema", "expected " + SCHEMA.pattern());
        }
        return new PostgresqlSettings(
                settings.text("user"),
                settings.text("password"),
                schema,
                integer(settings, "connections", 2),
                integer(settings, "idle-connections", 0),
                bounded(settings, "writer-wait"),
                bounded(settings, "statement-timeout"),
                bounded(settings, "idle-timeout"),
                settings.bool("advisory-locks"));
    }

    private static int integer(Settings settings, String name, int least) {
        long value = settings.integer(name);
        if (value < least || value > 1_000) {
            throw wrong(name, "expected " + least + " to 1000");
        }
        return (int) value;
    }

    private static Duration bounded(Settings settings, String name) {
        Duration value = settings.duration(name);
        if (value.toMillis() < 1 || value.compareTo(LONGEST) > 0) {
            throw wrong(name, "expected PT0.001S to " + LONGEST);
        }
        return value;
    }

    private static PluginException wrong(String setting, String reason) {
        return new PluginException(
                CoreError.PLUGIN_SETTING, Map.of("id", DESCRIPTOR.id(), "setting", setting, "reason", reason));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgresqlSettings[schema=" + schema + ", connections=" + connections + "]";
    }
}
