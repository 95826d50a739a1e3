package fr.aisneneo.core.internal.csv;

/**
 * How much of a file is read before it is refused.
 *
 * @param bytes the most bytes of the file
 * @param fields the most fields of a record
 * @param characters the most characters of a field
 */
public record CsvLimits(long bytes, int fields, int characters) {}
