package fr.aisneneo.booking;

/** Where a reservation stands in its {@linkplain ReservationLifeCycle life}. Values will be added: holds, requests. */
public enum ReservationStatus {
    /** The places are the holder's. */
    CONFIRMED(true),
    /** Given back before it began. Final. */
    CANCELLED(false);

    private final boolean occupying;

    ReservationStatus(boolean occupying) {
        this.occupying = occupying;
    }

    /**
     * Whether it keeps others from booking the places.
     *
     * @return true if so
     */
    public boolean occupies() {
        return occupying;
    }
}
