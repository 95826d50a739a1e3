/** Puts load on a side and keeps what was measured. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.measure;
