/** What booking computes with and nobody else sees. Knows nothing of spaces and reservations. */
package fr.aisneneo.booking.internal;
