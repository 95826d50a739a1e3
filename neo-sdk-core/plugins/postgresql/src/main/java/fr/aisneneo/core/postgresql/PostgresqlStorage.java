package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** The engine on one schema of one database. */
final class PostgresqlStorage implements Storage {
    private final Connections connections;
    private final Tables tables;
    private final KeyQueues queues;
    private final AdvisoryLocks locks;
    private final boolean advisoryLocks;
    private final Clashes clashes = new Clashes();
    private final CommitOrder order;
    private final Versions versions = new Versions();
    private final Duration patience;
    private final Set<PostgresqlTransaction> running = ConcurrentHashMap.newKeySet();
    private final Object closing = new Object();
    private volatile boolean closed;

    PostgresqlStorage(Connections connections, PostgresqlSettings settings) {
        this.connections = connections;
        this.tables = new Tables(settings);
        this.queues = new KeyQueues(settings.writerWait());
        this.locks = new AdvisoryLocks(settings.schema(), settings.writerWait());
        this.advisoryLocks = settings.advisoryLocks();
        this.order = new CommitOrder(settings.writerWait());
        this.patience = settings.writerWait();
        onConnection(tables::prepare);
    }

    private interface ConnectionWork {
        void run(Connection connection) throws SQLException;
    }

    private void onConnection(ConnectionWork work) {
        Connection connection = connections.borrow();
        try {
            work.run(connection);
        } catch (SQLException e) {
            throw connections.failure(e);
        } finally {
            giveBack(connection);
        }
    }

    @Override
    public StorageInfo info() {
        return new StorageInfo("postgresql", connections.location(), connections.durable());
    }

    @Override
    public void declare(CollectionSchema schema) {
        checkOpen();
        onConnection(connection -> tables.declare(connection, schema));
    }

    @Override
    public StorageTransaction beginRead() {
        return begin(Collections.emptySortedSet(), false);
    }

    @Override
    public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        return begin(contention, true);
    }

    @Override
    public StorageTransaction beginLongRead() {
        PostgresqlTransaction transaction = begin(Collections.emptySortedSet(), false);
        try {
            transaction.defer();
            return transaction;
        } catch (RuntimeException | Error e) {
            transaction.rollback();
            throw e;
        }
    }

    private PostgresqlTransaction begin(SortedSet<ContentionKey> contention, boolean writable) {
        checkOpen();
        KeyQueues.Turn turn = queues.await(contention);
        try {
            Session session = session(contention, turn, writable);
            PostgresqlTransaction transaction = new PostgresqlTransaction(this, session, writable);
            // First listed, then checked: close() either sees the transaction or is seen by it.
            running.add(transaction);
            if (closed) {
                transaction.rollback();
                throw closedException();
            }
            return transaction;
        } catch (RuntimeException | Error e) {
            turn.end();
            throw e;
        }
    }

    private Session session(SortedSet<ContentionKey> contention, KeyQueues.Turn turn, boolean writable) {
        Connection connection = connections.borrow();
        boolean lent = false;
        try {
            connection.setReadOnly(!writable);
            connection.setAutoCommit(false);
            Long[] wanted = advisoryLocks ? locks.numbers(contention) : Session.NONE;
            Session session = new Session(connections, connection, turn, locks, wanted);
            lent = true;
            return session;
        } catch (SQLException e) {
            throw connections.failure(e);
        } finally {
            if (!lent) {
                giveBack(connection);
            }
        }
    }

    private void giveBack(Connection connection) {
        try {
            connections.giveBack(connection);
        } catch (SQLException e) {
            throw connections.failure(e);
        }
    }

    Clashes clashes() {
        return clashes;
    }

    CommitOrder order() {
        return order;
    }

    Versions versions() {
        return versions;
    }

    Table table(CollectionSchema collection) {
        return tables.of(collection);
    }

    void ended(PostgresqlTransaction transaction) {
        running.remove(transaction);
    }

    private void checkOpen() {
        if (closed) {
            throw closedException();
        }
    }

    private static StorageException closedException() {
        return new StorageException(CoreError.STORAGE_CLOSED, Map.of());
    }

    @Override
    public void close() {
        closed = true;
        synchronized (closing) {
            long deadline = System.nanoTime() + patience.toNanos();
            while (!running.isEmpty()
                    && System.nanoTime() - deadline < 0
                    && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(1_000_000);
            }
            long lastCall = System.nanoTime() + patience.toNanos();
            running.forEach(transaction -> transaction.cutOff(lastCall));
            running.clear();
            connections.close();
        }
    }
}
