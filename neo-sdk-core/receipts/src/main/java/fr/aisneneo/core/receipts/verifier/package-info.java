/** Checks receipts with nothing but a JDK: one class, to be copied where it is wanted. */
package fr.aisneneo.core.receipts.verifier;
