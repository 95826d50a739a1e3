package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads the texts of settings against a descriptor. The reasons never repeat a value, which may be a secret. */
final class SettingsCheck {
    private SettingsCheck() {}

    static Settings check(PluginDescriptor descriptor, Map<String, String> given) {
        List<String> known = descriptor.settings().stream().map(Setting::name).toList();
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                Object names = known.isEmpty() ? PluginText.of("none") : String.join(", ", known);
                throw refusal(descriptor.id(), name, new PluginText("setting.unknown", Map.of("known", names)));
            }
        }
        Map<String, String> values = new HashMap<>();
        for (Setting setting : descriptor.settings()) {
            String text = given.getOrDefault(setting.name(), setting.defaultValue());
            if (text == null) {
                throw refusal(descriptor.id(), setting.name(), PluginText.of("setting.required"));
            }
            if (!readable(setting.type(), text)) {
                throw refusal(descriptor.id(), setting.name(), expected(setting.type()));
            }
            values.put(setting.name(), text);
        }
        return new Settings(values);
    }

    static boolean readable(SettingType type, String text) {
        try {
            switch (type) {
                case TEXT -> {}
                case INTEGER -> {
                    long ignored = Long.parseLong(text);
                }
                case BOOLEAN -> {
                    return text.equals("true") || text.equals("false");
                }
                case DURATION -> {
                    return !Duration.parse(text).isNegative();
                }
                case PATH -> {
                    Path ignored = Path.of(text);
                }
            }
            return true;
        } catch (NumberFormatException | DateTimeParseException | InvalidPathException e) {
            return false;
        }
    }

    private static PluginText expected(SettingType type) {
        return PluginText.of(
                switch (type) {
                    case TEXT -> "setting.required"; // any text is readable
                    case INTEGER -> "setting.integer";
                    case BOOLEAN -> "setting.boolean";
                    case DURATION -> "setting.duration";
                    case PATH -> "setting.path";
                });
    }

    static PluginException refusal(String plugin, String setting, PluginText reason) {
        return new PluginException(
                CoreError.PLUGIN_SETTING, Map.of("id", plugin, "setting", setting, "reason", reason));
    }
}
