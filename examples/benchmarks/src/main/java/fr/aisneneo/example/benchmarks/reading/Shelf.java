package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.example.benchmarks.document.Notice;
import java.time.Instant;
import java.util.List;

/** A store that is filled, then read by one thread. */
interface Shelf extends AutoCloseable {
    /** How many documents a scan asks for. */
    int SCANNED = 100;

    /** Adds documents, durably, in one transaction. */
    void add(List<Notice> notices) throws Exception;

    /** Brings everything to its place, as closing and opening again does. */
    void settle() throws Exception;

    /** What everything takes, after {@link #settle()}. */
    long bytes() throws Exception;

    /** The number of the document with an id, read from the document. */
    long read(String id) throws Exception;

    /** How many documents the index gives, each read in whole: the first {@link #SCANNED} of a place from a time on. */
    int scan(String place, Instant from) throws Exception;

    @Override
    void close() throws Exception;
}
