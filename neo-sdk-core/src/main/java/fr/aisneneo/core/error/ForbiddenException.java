package fr.aisneneo.core.error;

import java.util.Map;

/** The policy does not let this actor do this. The message says what was asked, never what exists. */
public final class ForbiddenException extends NeoException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param code the cause
     * @param facts the placeholder values of its text
     */
    public ForbiddenException(ErrorCode code, Map<String, ?> facts) {
        super(code, facts, null);
    }

    /**
     * Refuses without facts.
     *
     * @param code the cause
     */
    public ForbiddenException(ErrorCode code) {
        this(code, Map.of());
    }
}
