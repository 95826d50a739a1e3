/**
 * The contract for authors of key stores: {@link fr.aisneneo.core.sealing.tck.KeyStoreTck}. An author extends it in the
 * tests of the key store; its cases run with JUnit Jupiter.
 */
package fr.aisneneo.core.sealing.tck;
