/** How many places of a space are occupied when: the one thing that bookings are checked against. */
package fr.aisneneo.booking.internal.load;
