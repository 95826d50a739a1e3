package fr.aisneneo.core.internal.csv;

import java.util.List;

/**
 * One record of a file.
 *
 * @param line the line it starts in, from 1
 * @param fields its fields, at least one
 */
public record CsvRecord(int line, List<String> fields) {

    /** Copies the fields. */
    public CsvRecord {
        fields = List.copyOf(fields);
    }
}
