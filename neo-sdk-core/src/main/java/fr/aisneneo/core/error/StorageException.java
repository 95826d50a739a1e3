package fr.aisneneo.core.error;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The store could not do it: closed, busy for too long, full, damaged, or interrupted. Nothing of the transaction was
 * written, with two exceptions. After {@code storage.outcome_unknown} it may have been, and still may be. After
 * {@code storage.failed} or {@code storage.full} the medium failed: a transaction that was about to end then is not
 * acknowledged and not shown, but may be there when the store is opened anew. In both cases repeat the command with the
 * same id.
 */
public final class StorageException extends NeoException {
    private static final long serialVersionUID = 1L;

    /**
     * Reports a failure and what caused it.
     *
     * @param code the cause as a stable code
     * @param facts the placeholder values of its text
     * @param cause the exception below, if any
     */
    public StorageException(ErrorCode code, Map<String, ?> facts, @Nullable Throwable cause) {
        super(code, facts, cause);
    }

    /**
     * Reports a failure.
     *
     * @param code the cause as a stable code
     * @param facts the placeholder values of its text
     */
    public StorageException(ErrorCode code, Map<String, ?> facts) {
        this(code, facts, null);
    }
}
