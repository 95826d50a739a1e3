/** Rooms that are booked, on every side. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.booking;
