/** The key store that comes with the SDK: a directory that only its owner may read. */
package fr.aisneneo.core.sealing.file;
