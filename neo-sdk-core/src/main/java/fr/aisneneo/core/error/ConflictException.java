package fr.aisneneo.core.error;

import java.util.Map;

/** Somebody was first: the slot is taken, the document changed, the id is used for something else. Nobody is named. */
public final class ConflictException extends NeoException {
    private static final long serialVersionUID = 1L;

    /**
     * Refuses.
     *
     * @param code the cause
     * @param facts the placeholder values of its text
     */
    public ConflictException(ErrorCode code, Map<String, ?> facts) {
        super(code, facts, null);
    }

    /**
     * Refuses without facts.
     *
     * @param code the cause
     */
    public ConflictException(ErrorCode code) {
        this(code, Map.of());
    }
}
