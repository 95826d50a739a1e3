/** What happens inside the SDK, measured by JMH. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.inside;
