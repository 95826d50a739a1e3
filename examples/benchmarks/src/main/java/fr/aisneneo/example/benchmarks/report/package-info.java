/** Rows, aims and the files that a run writes. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.report;
