package fr.aisneneo.core.transfer;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an export or import came to.
 *
 * @param documents how many documents of each collection that has any, unmodifiable
 * @param bytes how many bytes the file has
 * @param sha256 the digest on its last line, in hexadecimal: what both sides of a move can compare
 */
public record TransferReport(SortedMap<String, Long> documents, long bytes, String sha256) {

    /** Copies the numbers. */
    public TransferReport {
        documents = Collections.unmodifiableSortedMap(new TreeMap<>(documents));
    }

    /**
     * How many documents of all collections together.
     *
     * @return the sum
     */
    public long documentsInAll() {
        return documents.values().stream().mapToLong(Long::longValue).sum();
    }
}
