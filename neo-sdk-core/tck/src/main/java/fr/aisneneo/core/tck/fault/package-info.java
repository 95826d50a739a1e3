/**
 * Faults on purpose: a {@link fr.aisneneo.core.tck.fault.FaultyStorage} around any engine refuses, delays, doubles and
 * loses what the SDK asks of it, by a plan with a seed or when a test says so.
 */
package fr.aisneneo.core.tck.fault;
