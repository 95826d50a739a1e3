package fr.aisneneo.core.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A plugin is unknown, refused or broken. The message names the plugin, the known ones and what to add or mend. */
public final class PluginException extends NeoException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure and what caused it.
     *
     * @param code the cause as a stable code
     * @param facts the placeholder values of its text
     * @param cause the exception below, if any
     */
    public PluginException(ErrorCode code, Map<String, ?> facts, @Nullable Throwable cause) {
        super(code, facts, cause);
    }

    /**
     * Reports a failure.
     *
     * @param code the cause as a stable code
     * @param facts the placeholder values of its text
     */
    public PluginException(ErrorCode code, Map<String, ?> facts) {
        this(code, facts, null);
    }
}
