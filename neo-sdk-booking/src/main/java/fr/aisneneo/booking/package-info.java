/**
 * Spaces to book: desks, rooms, studios, labs; when they are open, who has them, and what is free.
 *
 * <p>{@link fr.aisneneo.booking.Booking} is the door:
 *
 * <pre>{@code
 * Booking booking = Booking.of(neo);
 * Space room = booking.addSpace(administrator, Space.of(
 *         booking.newSpaceId(), laon, SpaceKind.TRAINING_ROOM, "Salle Condorcet", 1, paris, hours));
 * Reservation mine = booking.reserve(member, room.id(), LocalSlot.of(nine, noon, paris));
 * booking.cancel(member, mine.id());
 * }</pre>
 *
 * <p><b>Time.</b> A {@linkplain fr.aisneneo.core.calendar.LocalSlot slot} is local time in the zone of the space and
 * half-open; days have 23, 24 or 25 hours; a time that the clock skips is refused.
 *
 * <p><b>Places.</b> A {@link fr.aisneneo.booking.Space} has a number of equal places. A reservation takes one or more
 * of them for its slot and the space's {@linkplain fr.aisneneo.booking.BookingRules buffers}, and is checked against
 * the highest number that is occupied at any instant of that time. Nobody books past it, whatever runs at the same
 * time.
 *
 * <p><b>Repetition.</b> The caller chooses the id of a reservation and may repeat the request with it: the answer is
 * the same, and the place is taken once.
 *
 * <p><b>Discretion.</b> {@linkplain fr.aisneneo.booking.Booking#agenda Agendas} and refusals say what is free, never
 * who has the rest. {@linkplain fr.aisneneo.booking.Booking#operations Those who run a site} see pseudonyms.
 *
 * <p><b>Refusals</b> carry a {@link fr.aisneneo.booking.BookingError} with facts, in French and in English.
 */
package fr.aisneneo.booking;
