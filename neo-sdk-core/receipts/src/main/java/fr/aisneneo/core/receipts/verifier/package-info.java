/** Checks receipts and whole logs with nothing but a JDK: classes to be copied where they are wanted. */
package fr.aisneneo.core.receipts.verifier;
