/** Moves a whole store between engines as checksummed lines of JSON. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.transfer {
    requires transitive fr.aisneneo.core;

    exports fr.aisneneo.core.transfer;

    // JSON-B reads and writes the record of an import.
    opens fr.aisneneo.core.transfer.internal;
}
