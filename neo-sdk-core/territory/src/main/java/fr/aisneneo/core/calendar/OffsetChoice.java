package fr.aisneneo.core.calendar;

/**
 * Which of the two is meant when a local time happens twice, as between 2 and 3 o'clock in the night when summer time
 * ends. It means nothing for a time that happens once.
 */
public enum OffsetChoice {
    /** The first time: in Europe/Paris the one of summer time. The default, as in RFC 5545, section 3.3.5. */
    EARLIER,
    /** The second time: in Europe/Paris the one of winter time. */
    LATER
}
