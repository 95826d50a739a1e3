package fr.aisneneo.core.receipts;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The engine in memory, with a back door for whoever has the disk in their hands. */
final class KeptEngine implements StoragePlugin {
    private static final IndexSchema BY_POSITION =
            new IndexSchema("by_position", true, false, List.of(new IndexPart("position", PartType.LONG)));
    private static final IndexSchema BY_AGGREGATE = new IndexSchema(
            "by_aggregate",
            false,
            false,
            List.of(
                    new IndexPart("kind", PartType.STRING),
                    new IndexPart("aggregate", PartType.STRING),
                    new IndexPart("position", PartType.LONG)));
    private static final CollectionSchema EVENTS =
            new CollectionSchema("event", BodyFormat.JSON, List.of(BY_POSITION, BY_AGGREGATE));
    private static final CollectionSchema TILES = new CollectionSchema("receipt_tile", BodyFormat.BINARY, List.of());
    private static final CollectionSchema HEADS = new CollectionSchema("receipt_head", BodyFormat.JSON, List.of());

    private final MemoryStoragePlugin memory = new MemoryStoragePlugin();
    private final List<Storage> engines = new ArrayList<>();

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor("kept", "0.1.0", "[0.1,0.2)", "Test", "Memory with a back door.", List.of());
    }

    @Override
    public Storage open(String location, Settings settings) {
        Storage engine = memory.open("", Settings.check(memory.descriptor(), Map.of()));
        engines.add(engine);
        return engine;
    }

    void alterEvent(long position, UnaryOperator<byte[]> change) {
        IndexKey at = IndexKey.of(position);
        alter(
                new ScanRequest(EVENTS, Town.LAON, BY_POSITION, at, true, at, true, false, null, 1),
                List.of(
                        new IndexEntry(BY_POSITION, at),
                        new IndexEntry(BY_AGGREGATE, IndexKey.of("speech", "s1", position))),
                change);
    }

    void alterTile(String id, UnaryOperator<byte[]> change) {
        alter(byId(TILES, id), List.of(), change);
    }

    void alterHead(UnaryOperator<byte[]> change) {
        alter(byId(HEADS, "head"), List.of(), change);
    }

    private static ScanRequest byId(CollectionSchema collection, String id) {
        IndexKey at = IndexKey.of(id);
        return new ScanRequest(collection, Town.LAON, null, at, true, at, true, false, null, 1);
    }

    private void alter(ScanRequest where, List<IndexEntry> entries, UnaryOperator<byte[]> change) {
        StorageTransaction tx = engines.get(0).beginWrite(Collections.emptySortedSet());
        for (ScanHit hit : tx.scan(where)) {
            StoredDocument old = hit.document();
            tx.update(
                    where.collection(),
                    Town.LAON,
                    new DocumentWrite(
                            old.id(),
                            old.schemaVersion(),
                            change.apply(old.body().clone()),
                            entries),
                    old.version());
        }
        tx.commit();
    }

    void removeEvent(long position) {
        IndexKey at = IndexKey.of(position);
        StorageTransaction tx = engines.get(0).beginWrite(Collections.emptySortedSet());
        StoredDocument event = tx.scan(
                        new ScanRequest(EVENTS, Town.LAON, BY_POSITION, at, true, at, true, false, null, 1))
                .get(0)
                .document();
        tx.delete(EVENTS, Town.LAON, event.id(), event.version());
        tx.commit();
    }
}
