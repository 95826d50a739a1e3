/**
 * Many at once in a test: other JVMs and other threads. A {@link fr.aisneneo.core.tck.process.ChildJvm} runs a class of
 * the test, says lines and is told lines, and can be killed at any instant, as a machine that loses its power would
 * stop it; a {@link fr.aisneneo.core.tck.process.Crowd} is callers that begin at the same instant.
 */
package fr.aisneneo.core.tck.process;
