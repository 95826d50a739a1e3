package fr.aisneneo.core.sharing;

/** What another tenant may do with a thing that is shared with it. Each value includes those before it. */
public enum Access {
    /** See it. */
    READ,
    /** Use it as one's own members would: book a space, read a sensor. Never change the thing itself. */
    USE;

    /**
     * Whether this allows another.
     *
     * @param wanted what is wanted
     * @return true if it is the same or less
     */
    public boolean includes(Access wanted) {
        return compareTo(wanted) >= 0;
    }
}
