package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;

/**
 * A slot that could be reserved when it was looked for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param space the space
 * @param slot from when to when, to be used in a request
 * @param interval its instants
 */
public record FreeSlot(SpaceId space, LocalSlot slot, Interval interval) {}
