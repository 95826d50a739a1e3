package fr.aisneneo.core.territory;

/** What a site is. Values may be added: a program that meets one it does not know treats it as {@link #OTHER}. */
public enum SiteKind {
    /** The main house, with all services. */
    HUB,
    /** A smaller house in another commune. */
    BRANCH,
    /** A van that stops in many communes; its commune is where it is stationed. */
    VAN,
    /** A room with computers and somebody who helps, often in a town hall or library. */
    DIGITAL_SPACE,
    /** A cabin for remote consultations. */
    CABIN,
    /** Anything else that has an address. */
    OTHER
}
