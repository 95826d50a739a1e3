/** Stores that are filled, then read, on every side. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.reading;
