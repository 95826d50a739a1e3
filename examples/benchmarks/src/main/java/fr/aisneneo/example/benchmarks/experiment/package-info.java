/** How sides take their turns. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.experiment;
