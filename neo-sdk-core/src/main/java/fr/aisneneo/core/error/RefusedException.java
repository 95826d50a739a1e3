package fr.aisneneo.core.error;

import java.util.Map;

/** A rule said no to a well-formed command: closed that day, quota used up. The facts say which rule. */
public final class RefusedException extends NeoException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param code the cause
     * @param facts the placeholder values of its text
     */
    public RefusedException(ErrorCode code, Map<String, ?> facts) {
        super(code, facts, null);
    }

    /**
     * Refuses without facts.
     *
     * @param code the cause
     */
    public RefusedException(ErrorCode code) {
        this(code, Map.of());
    }
}
