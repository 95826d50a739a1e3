package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a plugin says of itself before it is used.
 *
 * @param id how a URI or a setting names it: {@code [a-z][a-z0-9-]{0,39}}
 * @param version its own version, free form, 1 to 60 characters
 * @param sdkRange the SDK API versions it works with, as a {@link VersionRange} such as {@code [0.1,0.2)}
 * @param vendor who answers for it, 1 to 100 characters
 * @param description one sentence, 1 to 500 characters
 * @param settings the settings it takes, each name once
 */
public record PluginDescriptor(
        String id, String version, String sdkRange, String vendor, String description, List<Setting> settings) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /**
     * Checks everything and copies the settings.
     *
     * @throws InvalidInputException {@code input.malformed} for an id, a range or settings of another form;
     *     {@code input.required} for a blank text; {@code input.too_large} for a long one; each names its field
     */
    public PluginDescriptor {
        if (!FORM.matcher(id).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "id", Map.of("expected", FORM.pattern()));
        }
        text("version", version, 60);
        VersionRange.parse(sdkRange);
        text("vendor", vendor, 100);
        text("description", description, 500);
        settings = List.copyOf(settings);
        Set<String> names = new HashSet<>();
        for (Setting setting : settings) {
            if (!names.add(setting.name())) {
                throw new InvalidInputException(
                        CoreError.INPUT_MALFORMED, "settings", Map.of("expected", setting.name() + " once"));
            }
        }
    }

    static void text(String field, String text, int longest) {
        if (text.isBlank()) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
        if (text.length() > longest) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", longest));
        }
    }
}
