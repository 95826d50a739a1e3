/** What sealing personal data costs. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.sealing;
