package fr.aisneneo.core.transfer;

import java.util.OptionalLong;

/**
 * How far an export or import has come.
 *
 * @param collection the collection it is at
 * @param documents how many documents are done, of all collections
 * @param bytes how many bytes of the file are done
 * @param totalBytes how many there are; empty where that is not known, as in every export
 */
public record TransferProgress(String collection, long documents, long bytes, OptionalLong totalBytes) {}
