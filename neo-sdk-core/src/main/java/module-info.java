/** The core of the Aisne Neo SDK: the store and its transactions, the event journal, plugins, and who parties are. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core {
    // Not static: the JSON codec reads @Nullable at run time to tell what may be absent.
    requires transitive org.jspecify;
    requires org.slf4j;
    requires transitive jakarta.json.bind;
    requires com.github.benmanes.caffeine;

    exports fr.aisneneo.core;
    exports fr.aisneneo.core.actor;
    exports fr.aisneneo.core.command;
    exports fr.aisneneo.core.error;
    exports fr.aisneneo.core.event;
    exports fr.aisneneo.core.id;
    exports fr.aisneneo.core.json;
    exports fr.aisneneo.core.money;
    exports fr.aisneneo.core.party;
    exports fr.aisneneo.core.plugin;
    exports fr.aisneneo.core.storage;
    exports fr.aisneneo.core.storage.kv;
    exports fr.aisneneo.core.storage.memory;
    exports fr.aisneneo.core.storage.spi;
    exports fr.aisneneo.core.tenant;
    exports fr.aisneneo.core.text;
    exports fr.aisneneo.core.time;

    uses jakarta.json.bind.spi.JsonbProvider;

    // JSON-B reads and writes the records that the store keeps for itself.
    opens fr.aisneneo.core.internal.command;
    opens fr.aisneneo.core.internal.event;
    opens fr.aisneneo.core.internal.store;
}
