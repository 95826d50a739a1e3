package fr.aisneneo.booking;

/** Which of one's own reservations. Cancelled ones are among them. */
public enum MyReservations {
    /** Those that have not ended, the next one first. */
    TO_COME,
    /** Those that have ended, the last one first. */
    PAST
}
