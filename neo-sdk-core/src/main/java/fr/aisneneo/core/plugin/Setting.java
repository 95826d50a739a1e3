package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A setting that a plugin takes.
 *
 * @param name {@code [a-z][a-z0-9-]{0,59}}
 * @param type how its text is read
 * @param defaultValue the text that holds where none is given; null if it must be given
 * @param secret whether its value may never be shown
 * @param description one sentence, 1 to 500 characters
 */
public record Setting(
        String name, SettingType type, @Nullable String defaultValue, boolean secret, String description) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,59}");

    /**
     * Checks the name, the description and the default.
     *
     * @throws InvalidInputException {@code input.malformed} for a name of another form or a default that its type
     *     cannot read; {@code input.required} or {@code input.too_large} for the description
     */
    public Setting {
        if (!FORM.matcher(name).matches()) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "setting.name", Map.of("expected", FORM.pattern()));
        }
        PluginDescriptor.text("setting.description", description, 500);
        if (defaultValue != null && !SettingsCheck.readable(type, defaultValue)) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "setting.defaultValue", Map.of("expected", type.name()));
        }
    }

    /**
     * A setting with a default.
     *
     * @param name its name
     * @param type how its text is read
     * @param defaultValue the text that holds where none is given
     * @param description one sentence
     * @return the setting
     */
    public static Setting optional(String name, SettingType type, String defaultValue, String description) {
        return new Setting(name, type, defaultValue, false, description);
    }

    /**
     * A setting that must be given.
     *
     * @param name its name
     * @param type how its text is read
     * @param description one sentence
     * @return the setting
     */
    public static Setting required(String name, SettingType type, String description) {
        return new Setting(name, type, null, false, description);
    }

    /**
     * A setting that must be given and may never be shown, such as a password.
     *
     * @param name its name
     * @param description one sentence
     * @return the setting
     */
    public static Setting secret(String name, String description) {
        return new Setting(name, SettingType.TEXT, null, true, description);
    }
}
