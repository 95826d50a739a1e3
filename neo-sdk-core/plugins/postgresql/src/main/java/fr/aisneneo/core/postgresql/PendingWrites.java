package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The writes of a transaction that the server has not heard of yet. What they will do is known already, or nearly: so
 * they wait for the commit, or for a statement that must see them, and go there together. A round trip costs more than
 * most of what is done by it.
 */
final class PendingWrites {
    /** As many as one statement's worth of text may be; more of the same kind are batched. */
    private static final int TOGETHER = 12;

    private static final int MOST = 128;
    /** Of bodies: what is sent then leaves the memory of this process, and one message is of a size to be expected. */
    private static final long MOST_BYTES = 1 << 20;

    private final Clashes clashes;
    private final Savepoints savepoints;
    private final List<Item> items = new ArrayList<>();
    private long bytes;

    /** A write, or a mark between two of them. */
    private sealed interface Item {
        record Mark(Savepoints.State state) implements Item {}

        record Write(Sql sql, Knowledge.Key key, boolean surelyDone, boolean surelyNew) implements Item {}
    }

    PendingWrites(Clashes clashes, Savepoints savepoints) {
        this.clashes = clashes;
        this.savepoints = savepoints;
    }

    /**
     * Adds a write.
     *
     * @param size of the body, in bytes
     * @param surelyDone whether it does what it is to do, or fails
     * @param surelyNew whether it cannot find its place taken, but by somebody who is not visible yet
     */
    void add(Sql sql, Knowledge.Key key, int size, boolean surelyDone, boolean surelyNew) {
        Savepoints.State unsaved = savepoints.unsaved();
        if (unsaved != null) {
            items.add(new Item.Mark(unsaved));
        }
        items.add(new Item.Write(sql, key, surelyDone, surelyNew));
        bytes += size;
    }

    /** A state that nobody goes back to: what stands behind its mark goes with what stands before. */
    void forget(Savepoints.State state) {
        for (int last = items.size() - 1; last >= 0; last--) {
            if (items.get(last) instanceof Item.Mark mark && mark.state() == state) {
                items.remove(last);
                return;
            }
        }
    }

    boolean isFull() {
        return items.size() >= MOST || bytes >= MOST_BYTES;
    }

    boolean concerns(String collection) {
        for (Item item : items) {
            if (item instanceof Item.Write write && write.key().collection().equals(collection)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it is still open what becomes of one of them. */
    boolean isInDoubt() {
        return items.stream()
                .anyMatch(item -> item instanceof Item.Write write && !(write.surelyDone() && write.surelyNew()));
    }

    /** Whether the server has heard of a write of this transaction, and keeps others off it. */
    boolean locksSomething() {
        return savepoints.hasStarted();
    }

    /** Does one at once, behind all that waits, and tells whether it did anything. */
    boolean sendNow(Connection connection, Sql sql) throws SQLException {
        send(connection);
        Savepoints.State unsaved = savepoints.unsaved();
        if (unsaved != null) {
            savepoints.save(connection, unsaved);
        }
        return run(connection, sql);
    }

    private boolean run(Connection connection, Sql sql) throws SQLException {
        String start = start();
        try (PreparedStatement statement = connection.prepareStatement(start + sql.text())) {
            int ignored = sql.bind(statement, 1);
            execute(statement, start);
            return statement.getUpdateCount() == 1;
        }
    }

    private String start() {
        return savepoints.hasStarted() ? "" : Savepoints.START + "; ";
    }

    /** Runs a statement, and goes to its first result behind the start. */
    private void execute(PreparedStatement statement, String start) throws SQLException {
        statement.execute();
        if (!start.isEmpty()) {
            savepoints.started();
            statement.getMoreResults();
        }
    }

    /** Sends them, with the savepoints between them. */
    void send(Connection connection) throws SQLException {
        List<Item.Write> run = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Write write) {
                run.add(write);
            } else if (item instanceof Item.Mark mark) {
                send(connection, run);
                run.clear();
                savepoints.save(connection, mark.state());
            }
        }
        send(connection, run);
        clear();
    }

    private void clear() {
        items.clear();
        bytes = 0;
    }

    /**
     * Sends them, the last ones and an ending in one round trip; nobody can go back to a mark any more.
     *
     * @return whether that was possible; else nothing was sent
     */
    boolean sendWith(Connection connection, String ending) throws SQLException {
        List<Item.Write> writes = new ArrayList<>();
        for (Item item : items) {
            if (item instanceof Item.Write write) {
                writes.add(write);
            }
        }
        int before = Math.max(0, writes.size() - TOGETHER);
        List<Item.Write> last = writes.subList(before, writes.size());
        if (last.isEmpty() || !last.stream().allMatch(Item.Write::surelyDone)) {
            return false;
        }
        sendByText(connection, writes.subList(0, before));
        sendTogether(connection, last, "; " + ending);
        clear();
        return true;
    }

    private void send(Connection connection, List<Item.Write> writes) throws SQLException {
        if (writes.isEmpty()) {
            return;
        }
        if (writes.size() <= TOGETHER) {
            check(writes, sendTogether(connection, writes, ""));
            return;
        }
        savepoints.start(connection);
        sendByText(connection, writes);
    }

    /** Sends those that stand together and are alike at once. */
    private void sendByText(Connection connection, List<Item.Write> writes) throws SQLException {
        for (int from = 0; from < writes.size(); ) {
            String text = writes.get(from).sql().text();
            int to = from + 1;
            while (to < writes.size() && writes.get(to).sql().text().equals(text)) {
                to++;
            }
            List<Item.Write> same = writes.subList(from, to);
            check(same, sendBatch(connection, text, same));
            from = to;
        }
    }

    private int[] sendTogether(Connection connection, List<Item.Write> writes, String ending) throws SQLException {
        // Nobody can give up any more what goes with its end.
        String start = ending.isEmpty() ? start() : "";
        String text = writes.stream().map(write -> write.sql().text()).collect(Collectors.joining("; ", start, ending));
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            int parameter = 1;
            for (Item.Write write : writes) {
                parameter = write.sql().bind(statement, parameter);
            }
            execute(statement, start);
            int[] counts = new int[writes.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = statement.getUpdateCount();
                statement.getMoreResults();
            }
            return counts;
        } catch (SQLException e) {
            throw clashed(writes, e);
        }
    }

    private int[] sendBatch(Connection connection, String text, List<Item.Write> writes) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(text)) {
            for (Item.Write write : writes) {
                write.sql().bind(statement, 1);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw clashed(writes, e);
        }
    }

    /** What was not done is not told apart here: when it is run again it is asked first. */
    private void check(List<Item.Write> writes, int[] counts) {
        for (int i = 0; i < counts.length; i++) {
            Item.Write write = writes.get(i);
            // No number comes back where the driver makes one statement of many inserts, which fail or are done.
            boolean done = counts[i] == 1 || (counts[i] == Statement.SUCCESS_NO_INFO && write.surelyDone());
            if (!done) {
                clashes.add(write.key());
                throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
            }
        }
    }

    private SQLException clashed(List<Item.Write> writes, SQLException e) {
        if (SqlFailure.isTaken(e)) {
            writes.stream().filter(write -> !write.surelyNew()).forEach(write -> clashes.add(write.key()));
        }
        return e;
    }
}
