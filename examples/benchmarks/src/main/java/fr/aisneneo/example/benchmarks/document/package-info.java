/** Documents of 400 bytes with two index entries, on every side. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.document;
