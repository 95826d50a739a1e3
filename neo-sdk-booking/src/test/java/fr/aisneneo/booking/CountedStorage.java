package fr.aisneneo.booking;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The engine {@code counted:} is {@code memory:}, and counts how often documents are read and how many. */
final class CountedStorage implements StoragePlugin {
    private final AtomicInteger scans = new AtomicInteger();
    private final AtomicInteger hits = new AtomicInteger();

    /** What was read. */
    record Reads(int scans, int hits) {}

    /** What a question reads. */
    Reads of(Runnable question) {
        int scansBefore = scans.get();
        int hitsBefore = hits.get();
        question.run();
        return new Reads(scans.get() - scansBefore, hits.get() - hitsBefore);
    }

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor("counted", "test", "[0.1,0.2)", "Tests", "Counts what is read.", List.of());
    }

    @Override
    public Storage open(String location, Settings settings) {
        PluginDescriptor memory = new MemoryStoragePlugin().descriptor();
        return new Counted(new MemoryStoragePlugin().open(location, Settings.check(memory, Map.of())));
    }

    private final class Counted implements Storage {
        private final Storage memory;

        Counted(Storage memory) {
            this.memory = memory;
        }

        @Override
        public StorageInfo info() {
            return memory.info();
        }

        @Override
        public void declare(CollectionSchema schema) {
            memory.declare(schema);
        }

        @Override
        public StorageTransaction beginRead() {
            return new CountedTransaction(memory.beginRead());
        }

        @Override
        public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
            return new CountedTransaction(memory.beginWrite(contention));
        }

        @Override
        public void close() {
            memory.close();
        }
    }

    private final class CountedTransaction implements StorageTransaction {
        private final StorageTransaction memory;

        CountedTransaction(StorageTransaction memory) {
            this.memory = memory;
        }

        @Override
        public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
            return memory.get(collection, tenant, id);
        }

        @Override
        public List<ScanHit> scan(ScanRequest request) {
            List<ScanHit> found = memory.scan(request);
            scans.incrementAndGet();
            hits.addAndGet(found.size());
            return found;
        }

        @Override
        public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
            return memory.insert(collection, tenant, write);
        }

        @Override
        public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expected) {
            return memory.update(collection, tenant, write, expected);
        }

        @Override
        public void delete(CollectionSchema collection, TenantId tenant, String id, long expected) {
            memory.delete(collection, tenant, id, expected);
        }

        @Override
        public List<TenantId> tenants(CollectionSchema collection) {
            return memory.tenants(collection);
        }

        @Override
        public Savepoint savepoint() {
            return memory.savepoint();
        }

        @Override
        public void rollbackTo(Savepoint savepoint) {
            memory.rollbackTo(savepoint);
        }

        @Override
        public void commit() {
            memory.commit();
        }

        @Override
        public void rollback() {
            memory.rollback();
        }
    }
}
