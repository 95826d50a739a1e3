package fr.aisneneo.example.benchmarks.transfer;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Lab;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The same ledger in SQLite with a write-ahead log and {@code synchronous=FULL}. A trigger moves the balances and
 * writes the entries, so that a transfer is one statement; a batch is one transaction of them. It takes one writer at a
 * time: the callers queue for one connection, which is quicker than to let SQLite make them wait and try again.
 */
final class SqliteBank extends Bank {
    private static final int CONSTRAINT = 19;

    private static final String[] SETUP = {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=FULL",
        "PRAGMA foreign_keys=ON",
        // Ten times as many pages as it comes with, so that the log is seldom copied into the file.
        "PRAGMA wal_autocheckpoint=10000",
        "CREATE TABLE account (id integer PRIMARY KEY, balance integer NOT NULL DEFAULT 0, minimum integer NOT NULL,"
                + " CHECK (balance >= minimum))",
        "CREATE TABLE transfer (id blob PRIMARY KEY, debit integer NOT NULL REFERENCES account,"
                + " credit integer NOT NULL REFERENCES account, amount integer NOT NULL CHECK (amount > 0),"
                + " code integer NOT NULL, at integer NOT NULL) WITHOUT ROWID",
        "CREATE TABLE entry (account integer NOT NULL, transfer blob NOT NULL, amount integer NOT NULL,"
                + " PRIMARY KEY (account, transfer)) WITHOUT ROWID",
        """
        CREATE TRIGGER pay AFTER INSERT ON transfer BEGIN
          UPDATE account SET balance = balance - NEW.amount WHERE id = NEW.debit;
          UPDATE account SET balance = balance + NEW.amount WHERE id = NEW.credit;
          INSERT INTO entry VALUES (NEW.debit, NEW.id, -NEW.amount), (NEW.credit, NEW.id, NEW.amount);
        END
        """
    };
    private static final String INSERT =
            "INSERT INTO transfer (id, debit, credit, amount, code, at) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING";
    private static final String SAME =
            "SELECT debit = ? AND credit = ? AND amount = ? AND code = ? FROM transfer WHERE id = ?";

    private final Path directory;
    private final Connection connection;
    private final PreparedStatement insert;

    private SqliteBank(Lab lab, Terms terms) throws Exception {
        super(terms);
        directory = lab.newPath("sqlite");
        Files.createDirectories(directory);
        connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("bank.db"));
        try (Statement statement = connection.createStatement()) {
            for (String sql : SETUP) {
                statement.execute(sql);
            }
            statement.execute(
                    "INSERT INTO account (id, minimum) VALUES (" + Payments.SUPPLY + ", -9223372036854775807)");
            statement.execute(
                    "WITH RECURSIVE member (id) AS (VALUES (1) UNION ALL SELECT id + 1 FROM member WHERE id < "
                            + terms.members() + ") INSERT INTO account (id, minimum) SELECT id, 0 FROM member");
        }
        insert = connection.prepareStatement(INSERT);
        payAll(payments().funding());
    }

    static Contender full(String name, Terms terms) {
        return new Contender(name, lab -> opened(lab, terms));
    }

    static SqliteBank opened(Lab lab, Terms terms) throws Exception {
        return new SqliteBank(lab, terms.within(lab.effort()));
    }

    @Override
    Answer pay(Payment payment) throws SQLException {
        synchronized (connection) {
            set(payment);
            try {
                return insert.executeUpdate() == 1 ? Answer.CREATED : isSame(payment) ? Answer.EXISTS : Answer.DIFFERS;
            } catch (SQLException e) {
                if (e.getErrorCode() == CONSTRAINT) {
                    return Answer.REFUSED;
                }
                throw e;
            }
        }
    }

    @Override
    int payAll(List<Payment> batch) throws SQLException {
        synchronized (connection) {
            connection.setAutoCommit(false);
            try {
                for (Payment payment : batch) {
                    set(payment);
                    insert.addBatch();
                }
                int created = 0;
                int[] counts = insert.executeBatch();
                for (int i = 0; i < counts.length; i++) {
                    if (counts[i] == 0 && !isSame(batch.get(i))) {
                        throw new SQLException("Something else under the same id");
                    }
                    created += counts[i];
                }
                connection.commit();
                return created;
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void set(Payment payment) throws SQLException {
        insert.setBytes(1, bytes(payment));
        insert.setLong(2, payment.debit());
        insert.setLong(3, payment.credit());
        insert.setLong(4, payment.amount());
        insert.setInt(5, Payment.CODE);
        insert.setLong(6, System.currentTimeMillis());
    }

    private boolean isSame(Payment payment) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(SAME)) {
            select.setLong(1, payment.debit());
            select.setLong(2, payment.credit());
            select.setLong(3, payment.amount());
            select.setInt(4, Payment.CODE);
            select.setBytes(5, bytes(payment));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static byte[] bytes(Payment payment) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(payment.id().getMostSignificantBits())
                .putLong(payment.id().getLeastSignificantBits())
                .array();
    }

    @Override
    Tally tally() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BankSql.TALLY)) {
            row.next();
            return new Tally(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    @Override
    long weigh() throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        return Lab.bytes(directory);
    }

    @Override
    public void close() throws Exception {
        insert.close();
        connection.close();
        Lab.remove(directory);
    }
}
