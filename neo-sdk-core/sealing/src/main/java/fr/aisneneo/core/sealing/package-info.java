/**
 * Sealed personal data. A domain declares a {@link fr.aisneneo.core.sealing.SealedCollection}, and reads and writes it
 * through {@link fr.aisneneo.core.sealing.Sealing}; in the store its confidential fields stand encrypted under a key
 * per person and purpose, and the keys stand elsewhere, in a {@link fr.aisneneo.core.sealing.spi.KeyStore}. Erasing a
 * person destroys the keys, which reaches every copy of the store at once.
 */
package fr.aisneneo.core.sealing;
