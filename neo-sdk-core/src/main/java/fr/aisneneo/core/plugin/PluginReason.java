package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.Localized;
import fr.aisneneo.core.error.NeoException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Why a plugin is not used.
 *
 * <p>Immutable and thread-safe.
 *
 * @param errorCode the cause as a stable code
 * @param facts the placeholder values of its text
 */
public record PluginReason(ErrorCode errorCode, Map<String, Object> facts) implements Localized {

    /** Copies the facts. */
    public PluginReason {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    static PluginReason of(NeoException exception) {
        return new PluginReason(exception.errorCode(), exception.facts());
    }

    /**
     * The stable code, such as {@code plugin.hung}.
     *
     * @return the code
     */
    public String code() {
        return errorCode.code();
    }

    @Override
    public String text(Locale locale) {
        return errorCode.text(locale, facts);
    }

    /**
     * The English text.
     *
     * @return {@link #text(Locale)} in English
     */
    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
