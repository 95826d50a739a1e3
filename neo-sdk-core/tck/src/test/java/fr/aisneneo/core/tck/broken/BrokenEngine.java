package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Engines that look sound at first sight, each broken in one way. */
final class BrokenEngine {
    private BrokenEngine() {}

    private static Storage wrapped(Storage sound, UnaryOperator<StorageTransaction> wrap) {
        return new WrappedStorage(sound, wrap);
    }

    static Storage dirtyReads(Storage sound) {
        return new AutocommitStorage(sound);
    }

    static Storage lostUpdates(Storage sound) {
        return new LastWriterWinsStorage(sound);
    }

    static Storage writeSkew(Storage sound) {
        return new SnapshotIsolationStorage(sound);
    }

    /** Shows a reader now and then what an earlier reader saw. */
    static Storage staleReads(Storage sound) {
        ConcurrentHashMap<String, StoredDocument> seen = new ConcurrentHashMap<>();
        AtomicInteger reads = new AtomicInteger();
        return new WrappedStorage(sound, WrappedTransaction::new) {
            @Override
            public StorageTransaction beginRead() {
                return new WrappedTransaction(sound.beginRead()) {
                    @Override
                    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
                        StoredDocument now = super.get(collection, tenant, id);
                        if (now == null) {
                            return null;
                        }
                        StoredDocument before = seen.put(tenant + "/" + collection.name() + "/" + id, now);
                        return before != null && reads.incrementAndGet() % 2 == 0 ? before : now;
                    }
                };
            }
        };
    }

    static Storage reusedVersions(Storage sound) {
        ConcurrentHashMap<String, Long> counts = new ConcurrentHashMap<>();
        return wrapped(sound, tx -> new CountedVersions(tx, counts));
    }

    /** Orders texts as Java does, by UTF-16 code unit. */
    static Storage utf16Order(Storage sound) {
        Comparator<ScanHit> order = Comparator.<ScanHit, String>comparing(
                        hit -> hit.position().key().values().isEmpty()
                                ? hit.position().id()
                                : String.valueOf(hit.position().key().values().get(0)))
                .thenComparing(hit -> hit.position().id());
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public List<ScanHit> scan(ScanRequest request) {
                boolean texts = request.index() == null
                        || request.index().parts().get(0).type().javaType() == String.class;
                List<ScanHit> hits = super.scan(request);
                return texts
                        ? hits.stream()
                                .sorted(request.descending() ? order.reversed() : order)
                                .toList()
                        : hits;
            }
        });
    }

    /** Keeps times to the millisecond. */
    static Storage coarseTimes(Storage sound) {
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
                return super.insert(
                        collection,
                        tenant,
                        new DocumentWrite(
                                write.id(),
                                write.schemaVersion(),
                                write.body(),
                                write.entries().stream()
                                        .map(entry -> new IndexEntry(entry.index(), coarse(entry.key())))
                                        .toList()));
            }
        });
    }

    private static IndexKey coarse(IndexKey key) {
        return new IndexKey(key.values().stream()
                .map(value -> value instanceof Instant at ? (Object) at.truncatedTo(ChronoUnit.MILLIS) : value)
                .toList());
    }

    /** Checks unique indexes when a document is inserted, and forgets to when it is updated. */
    static Storage uniqueOnInsertOnly(Storage sound) {
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public long update(
                    CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
                try {
                    return super.update(collection, tenant, write, expectedVersion);
                } catch (ConflictException e) {
                    if (e.errorCode() != CoreError.UNIQUE_TAKEN) {
                        throw e;
                    }
                    List<IndexEntry> others = write.entries().stream()
                            .filter(entry -> !entry.index().unique())
                            .toList();
                    return super.update(
                            collection,
                            tenant,
                            new DocumentWrite(write.id(), write.schemaVersion(), write.body(), others),
                            expectedVersion);
                }
            }
        });
    }

    /** Resumes by counting on from the document of the cursor, and so skips one when that is gone. */
    static Storage skippingCursors(Storage sound) {
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public List<ScanHit> scan(ScanRequest request) {
                List<ScanHit> hits = super.scan(request);
                ScanPosition after = request.after();
                boolean gone = after != null && super.get(request.collection(), request.tenant(), after.id()) == null;
                return gone && !hits.isEmpty() ? hits.subList(1, hits.size()) : hits;
            }
        });
    }

    /** Accepts savepoints, and does nothing about them. */
    static Storage lostSavepoints(Storage sound) {
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public void rollbackTo(Savepoint savepoint) {}
        });
    }

    /** Numbers its transactions the wrong way round. */
    static Storage stampsBackwards(Storage sound) {
        AtomicLong next = new AtomicLong(1L << 40);
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            private final long stamp = next.decrementAndGet();

            @Override
            public long stamp() {
                return stamp;
            }
        });
    }

    /** Scans what is committed, without the transaction's own writes. */
    static Storage scansWithoutOwnWrites(Storage engine) {
        return wrapped(engine, tx -> new WrappedTransaction(tx) {
            @Override
            public List<ScanHit> scan(ScanRequest request) {
                StorageTransaction reader = engine.beginRead();
                try {
                    return reader.scan(request);
                } finally {
                    reader.rollback();
                }
            }
        });
    }

    /** Takes an exclusive bound for an inclusive one. */
    static Storage inclusiveBounds(Storage sound) {
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public List<ScanHit> scan(ScanRequest request) {
                return super.scan(new ScanRequest(
                        request.collection(),
                        request.tenant(),
                        request.index(),
                        request.lower(),
                        true,
                        request.upper(),
                        true,
                        request.descending(),
                        request.after(),
                        request.limit()));
            }
        });
    }

    /** Keeps the documents of all tenants together. */
    static Storage oneTenant(Storage sound) {
        TenantId all = new TenantId("all");
        return wrapped(sound, tx -> new WrappedTransaction(tx) {
            @Override
            public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
                return super.get(collection, all, id);
            }

            @Override
            public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
                return super.insert(collection, all, write);
            }
        });
    }
}
