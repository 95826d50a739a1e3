package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A collection of numbered documents, whose bodies follow from their numbers and so can be checked. */
final class Notes {
    private static final IndexSchema BY_NUMBER =
            new IndexSchema("by_number", true, false, List.of(new IndexPart("number", PartType.LONG)));
    static final CollectionSchema COLLECTION = new CollectionSchema("notes", BodyFormat.BINARY, List.of(BY_NUMBER));
    static final TenantId TENANT = new TenantId("laon");

    private final Storage storage;
    private final int bodyBytes;

    Notes(Storage storage) {
        this(storage, 400);
    }

    Notes(Storage storage, int bodyBytes) {
        this.storage = storage;
        this.bodyBytes = bodyBytes;
        storage.declare(COLLECTION);
    }

    StorageTransaction beginWrite() {
        return storage.beginWrite(new TreeSet<>());
    }

    /** One document, one transaction. */
    void add(long number) {
        addAll(number, number);
    }

    /** Several documents, one transaction. */
    void addAll(long first, long last) {
        StorageTransaction transaction = beginWrite();
        try {
            for (long number = first; number <= last; number++) {
                insert(transaction, number);
            }
            transaction.commit();
        } finally {
            transaction.rollback();
        }
    }

    /** Each document in a transaction of its own. */
    void addEach(long first, long last) {
        for (long number = first; number <= last; number++) {
            add(number);
        }
    }

    void insert(StorageTransaction transaction, long number) {
        IndexEntry entry = new IndexEntry(BY_NUMBER, IndexKey.of(number));
        transaction.insert(COLLECTION, TENANT, new DocumentWrite(id(number), 1, body(number), List.of(entry)));
    }

    static String id(long number) {
        return "note-" + number;
    }

    private byte[] body(long number) {
        byte[] body = new byte[bodyBytes];
        new Random(number).nextBytes(body);
        return body;
    }

    boolean has(long number) {
        StorageTransaction transaction = storage.beginRead();
        try {
            return has(transaction, number);
        } finally {
            transaction.rollback();
        }
    }

    static boolean has(StorageTransaction transaction, long number) {
        return transaction.get(COLLECTION, TENANT, id(number)) != null;
    }

    /** The numbers of all documents, by the index; every body is compared. */
    List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        StorageTransaction transaction = storage.beginRead();
        try {
            @Nullable ScanPosition after = null;
            while (true) {
                List<ScanHit> hits = transaction.scan(page(after));
                if (hits.isEmpty()) {
                    return numbers;
                }
                for (ScanHit hit : hits) {
                    numbers.add(checked(hit));
                    after = hit.position();
                }
            }
        } finally {
            transaction.rollback();
        }
    }

    private static ScanRequest page(@Nullable ScanPosition after) {
        return new ScanRequest(
                COLLECTION, TENANT, BY_NUMBER, IndexKey.EMPTY, true, IndexKey.EMPTY, true, false, after, 1_000);
    }

    private long checked(ScanHit hit) {
        long number = (Long) hit.position().key().values().get(0);
        StoredDocument document = hit.document();
        if (!document.id().equals(id(number)) || !Arrays.equals(document.body(), body(number))) {
            throw new AssertionError("Document " + number + " came back altered");
        }
        return number;
    }
}
