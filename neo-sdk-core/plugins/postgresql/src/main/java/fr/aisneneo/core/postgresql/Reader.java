package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads for a transaction, and opens it with the first thing that is read: that statement takes the locks that a writer
 * queues for, its snapshot and its version. What is known is not asked for again; what must be seen is sent first.
 */
final class Reader {
    /** How many documents one answer brings at most. */
    private static final int PREFETCHED = 500;

    private final Session session;
    private final boolean writable;
    private final Knowledge knowledge;
    private final Footprint footprint;
    private final PendingWrites pending;
    private final Versions versions;
    /** What documents get that are written; zero as long as it is open. */
    private long version;
    /** The version where it came from the server, behind the snapshot; else zero. */
    private long asked;

    Reader(
            Session session,
            boolean writable,
            Versions versions,
            Knowledge knowledge,
            Footprint footprint,
            PendingWrites pending) {
        this.session = session;
        this.writable = writable;
        this.versions = versions;
        this.knowledge = knowledge;
        this.footprint = footprint;
        this.pending = pending;
    }

    /** What a writer's documents get. Nothing is asked of the server for it where there are no locks to be taken. */
    long version() throws SQLException {
        if (version == 0 && !session.wantsLocks()) {
            version = versions.kept();
        }
        if (version == 0) {
            open();
        }
        return version;
    }

    /** Greater than that of every transaction whose writes are seen. */
    long stamp() throws SQLException {
        while (asked == 0) {
            ask();
        }
        return 1 + asked / Versions.STEP;
    }

    private void open() throws SQLException {
        while (writable && version == 0) {
            ask();
        }
    }

    private void ask() throws SQLException {
        try (PreparedStatement statement = session.connection().prepareStatement(session.opening())) {
            int ignored = session.bindOpening(statement);
            statement.execute();
            opened(session.opened(statement));
        }
    }

    private void opened(long number) {
        asked = number;
        if (version == 0) {
            version = number;
        }
        if (number != 0) {
            versions.brought(number);
        }
    }

    Optional<StoredDocument> get(Table table, TenantId tenant, String id) throws SQLException {
        Knowledge.Key key = key(table, tenant, id);
        Optional<StoredDocument> known = knowledge.of(key);
        if (known != null) {
            return known;
        }
        sendFor(table);
        StoredDocument found = find(table, tenant, id);
        learn(key, found);
        return Optional.ofNullable(found);
    }

    private @Nullable StoredDocument find(Table table, TenantId tenant, String id) throws SQLException {
        boolean opens = writable && version == 0;
        String sql = opens ? session.opening() + "; " + table.get() : table.get();
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            int parameter = opens ? session.bindOpening(statement) : 1;
            statement.setString(parameter++, tenant.value());
            statement.setString(parameter, id);
            statement.execute();
            if (opens) {
                opened(session.opened(statement));
                if (version == 0) {
                    return find(table, tenant, id);
                }
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                return row.next() ? new StoredDocument(id, row.getLong(1), row.getInt(2), row.getBytes(3)) : null;
            }
        }
    }

    /** Learns of documents, in as few statements as keep an answer of a size to be expected. */
    void prefetch(Table table, TenantId tenant, Collection<String> ids) throws SQLException {
        List<String> unknown = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            if (knowledge.of(key(table, tenant, id)) == null) {
                unknown.add(id);
            }
        }
        // One alone comes with the opening.
        if (unknown.size() > 1) {
            sendFor(table);
            for (int from = 0; from < unknown.size(); from += PREFETCHED) {
                findAll(table, tenant, unknown.subList(from, Math.min(unknown.size(), from + PREFETCHED)));
            }
        }
    }

    private void findAll(Table table, TenantId tenant, List<String> ids) throws SQLException {
        boolean opens = writable && version == 0;
        String sql = opens ? session.opening() + "; " + table.getAll() : table.getAll();
        Set<String> missing = new HashSet<>(ids);
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            int parameter = opens ? session.bindOpening(statement) : 1;
            statement.setString(parameter++, tenant.value());
            statement.setArray(parameter, session.connection().createArrayOf("text", ids.toArray()));
            statement.execute();
            if (opens) {
                opened(session.opened(statement));
                if (version == 0) {
                    findAll(table, tenant, ids);
                    return;
                }
                statement.getMoreResults();
            }
            try (ResultSet row = statement.getResultSet()) {
                while (row.next()) {
                    String id = row.getString(1);
                    missing.remove(id);
                    learn(
                            key(table, tenant, id),
                            new StoredDocument(id, row.getLong(2), row.getInt(3), row.getBytes(4)));
                }
            }
        }
        missing.forEach(id -> learn(key(table, tenant, id), null));
    }

    private static Knowledge.Key key(Table table, TenantId tenant, String id) {
        return new Knowledge.Key(table.schema().name(), tenant, id);
    }

    List<ScanHit> scan(Table table, ScanRequest request) throws SQLException {
        open();
        sendFor(table);
        List<ScanHit> hits = new ScanQuery(table, request).run(session.connection());
        for (ScanHit hit : hits) {
            StoredDocument found = hit.document();
            learn(new Knowledge.Key(table.schema().name(), request.tenant(), found.id()), found);
        }
        if (writable) {
            footprint.scanned(request);
        }
        return hits;
    }

    List<TenantId> tenants(Table table) throws SQLException {
        open();
        sendFor(table);
        footprint.readAll();
        List<TenantId> tenants = new ArrayList<>();
        try (PreparedStatement statement = session.connection().prepareStatement(table.tenants());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tenants.add(TenantId.stored(row.getString(1)));
            }
        }
        return tenants;
    }

    private void learn(Knowledge.Key key, @Nullable StoredDocument found) {
        knowledge.learn(key, found);
        if (writable) {
            footprint.read(key);
        }
    }

    /** What is read next must see what was written to it. */
    private void sendFor(Table table) throws SQLException {
        if (pending.concerns(table.schema().name())) {
            pending.send(session.connection());
        }
    }
}
