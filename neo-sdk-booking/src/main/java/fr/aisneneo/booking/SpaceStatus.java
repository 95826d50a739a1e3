package fr.aisneneo.booking;

/** Whether a space takes bookings. */
public enum SpaceStatus {
    /** It does. */
    IN_SERVICE,
    /** It does not; what was booked before stays booked, and can be cancelled. */
    WITHDRAWN
}
