package fr.aisneneo.core.ledger.internal.rules;

import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.UUID;

/**
 * A request that failed for a cause that may pass.
 *
 * @param id its id
 * @param status the cause
 * @param at when, in microseconds since 1970
 */
public record Failure(UUID id, TransferStatus status, long at) implements LedgerRecord {}
