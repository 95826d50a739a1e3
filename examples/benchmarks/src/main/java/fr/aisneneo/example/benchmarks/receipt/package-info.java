/** The journal with and without its Merkle tree. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.receipt;
