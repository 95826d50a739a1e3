package fr.aisneneo.core.error;

import java.util.Map;

/**
 * There is no such thing in the actor's tenant. The same answer is given where it exists but the actor may not know.
 */
public final class NotFoundException extends NeoException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param code the cause
     * @param facts the placeholder values of its text
     */
    public NotFoundException(ErrorCode code, Map<String, ?> facts) {
        super(code, facts, null);
    }

    /**
     * Refuses without facts.
     *
     * @param code the cause
     */
    public NotFoundException(ErrorCode code) {
        this(code, Map.of());
    }
}
