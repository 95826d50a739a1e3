/** The place where all sides are measured: one directory, one PostgreSQL. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.lab;
