/** Compares the SDK with what one would pick instead, and writes down what came of it. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks;
