/**
 * Sealed personal data: documents whose confidential fields are encrypted under a key per person and purpose, so that
 * erasing a person is destroying keys.
 */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.sealing {
    requires transitive fr.aisneneo.core;
    requires com.github.benmanes.caffeine;
    requires org.slf4j;

    exports fr.aisneneo.core.sealing;
    exports fr.aisneneo.core.sealing.file;
    exports fr.aisneneo.core.sealing.memory;
    exports fr.aisneneo.core.sealing.spi;

    uses fr.aisneneo.core.sealing.spi.KeyStorePlugin;

    provides fr.aisneneo.core.sealing.spi.KeyStorePlugin with
            fr.aisneneo.core.sealing.file.FileKeyStorePlugin,
            fr.aisneneo.core.sealing.memory.MemoryKeyStorePlugin;

    // JSON-B reads and writes the records that sealing keeps for itself.
    opens fr.aisneneo.core.sealing.internal;
}
