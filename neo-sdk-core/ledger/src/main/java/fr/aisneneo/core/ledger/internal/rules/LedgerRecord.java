package fr.aisneneo.core.ledger.internal.rules;

import java.util.UUID;

/** What is kept under the id of a request: the transfer it made, or that it failed. */
public sealed interface LedgerRecord permits Entry, Failure {

    /**
     * The id of the request.
     *
     * @return the id
     */
    UUID id();
}
