package fr.aisneneo.core.event;

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
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The engine {@code side-by-side:}, one store in memory however often it is opened, that numbers its transactions as an
 * engine does whose writers run side by side; {@code side-by-side:one-at-a-time} is that store without the numbers.
 */
final class SideBySidePlugin implements StoragePlugin {
    private final Storage memory =
            new MemoryStoragePlugin().open("", Settings.check(new MemoryStoragePlugin().descriptor(), Map.of()));
    private final AtomicLong stamps = new AtomicLong();
    private final AtomicLong mostWrites = new AtomicLong();
    private final AtomicLong mostBytes = new AtomicLong();

    /** How many documents the greatest transaction wrote so far. */
    long mostWrites() {
        return mostWrites.get();
    }

    /** How many bytes of bodies the greatest transaction wrote so far. */
    long mostBytes() {
        return mostBytes.get();
    }

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor("side-by-side", "test", "[0.1,0.2)", "Tests", "Numbers transactions.", List.of());
    }

    @Override
    public Storage open(String location, Settings settings) {
        return new Opened(!location.equals("one-at-a-time"));
    }

    /** Closing it leaves the store to the others. */
    private final class Opened implements Storage {
        private final boolean stamped;

        Opened(boolean stamped) {
            this.stamped = stamped;
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
            return new Stamped(memory.beginRead(), 0);
        }

        @Override
        public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
            StorageTransaction transaction = memory.beginWrite(contention);
            return new Stamped(transaction, stamped ? stamps.incrementAndGet() : 0);
        }

        @Override
        public void close() {}
    }

    private final class Stamped implements StorageTransaction {
        private final StorageTransaction memory;
        private final long stamp;
        private long writes;
        private long bytes;

        Stamped(StorageTransaction memory, long stamp) {
            this.memory = memory;
            this.stamp = stamp;
        }

        @Override
        public long stamp() {
            return stamp;
        }

        private void count(DocumentWrite write) {
            bytes += write.body().length;
            mostWrites.accumulateAndGet(++writes, Math::max);
            mostBytes.accumulateAndGet(bytes, Math::max);
        }

        @Override
        public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
            return memory.get(collection, tenant, id);
        }

        @Override
        public List<ScanHit> scan(ScanRequest request) {
            return memory.scan(request);
        }

        @Override
        public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
            count(write);
            return memory.insert(collection, tenant, write);
        }

        @Override
        public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expected) {
            count(write);
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
