package fr.aisneneo.example.portal.page;

import org.jspecify.annotations.Nullable;

/**
 * A reservation in a list or on its own page.
 *
 * @param id its identifier
 * @param href its page
 * @param space the space and its week
 * @param site the site and its page
 * @param day which day
 * @param time from when to when
 * @param machineTime the start, for machines
 * @param duration how long
 * @param quantity how many places, where that can be chosen
 * @param status its status in words
 * @param tone how the status looks
 * @param cancel where it is cancelled, if it can be
 */
public record ReservationCard(
        String id,
        String href,
        Link space,
        Link site,
        String day,
        String time,
        String machineTime,
        String duration,
        @Nullable String quantity,
        String status,
        Tone tone,
        @Nullable String cancel) {

    /** How a status looks; the words say the same. */
    public enum Tone {
        /** It will take place. */
        GOOD,
        /** It has taken place. */
        QUIET,
        /** It will not take place. */
        OFF
    }
}
