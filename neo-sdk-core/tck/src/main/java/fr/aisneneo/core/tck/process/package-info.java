/**
 * Other JVMs in a test: a {@link fr.aisneneo.core.tck.process.ChildJvm} runs a class of the test, says lines and is
 * told lines, and can be killed at any instant, as a machine that loses its power would stop it.
 */
package fr.aisneneo.core.tck.process;
