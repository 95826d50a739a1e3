package fr.aisneneo.core.ledger.order;

/** Whether a standing order goes on. */
public enum OrderStatus {
    /** Payments are still to be made. */
    ACTIVE,
    /** All payments were made, or refused. */
    ENDED,
    /** Somebody stopped it. */
    CANCELLED
}
