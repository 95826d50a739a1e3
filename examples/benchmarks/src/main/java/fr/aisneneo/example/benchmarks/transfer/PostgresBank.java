package fr.aisneneo.example.benchmarks.transfer;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.IsolationLevel;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.PostgresServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A ledger in PostgreSQL by a competent hand: one call of a function for a transfer, another function for a batch as a
 * set, each a transaction by itself at READ COMMITTED. Accounts are locked in their order, so that nobody waits in a
 * circle; a constraint keeps the limit; rows of accounts have room to change in place. It has the id with its body, the
 * balances and two entries: no balance with each entry, no policy, no event, no receipt, and in a batch the limit holds
 * in the end, not at each transfer.
 */
final class PostgresBank extends Bank {
    private static final String CHECK_VIOLATION = "23514";

    private static final String[] TABLES = {
        "CREATE TABLE account (id bigint PRIMARY KEY, balance bigint NOT NULL DEFAULT 0, minimum bigint NOT NULL,"
                + " CHECK (balance >= minimum)) WITH (fillfactor = 50)",
        "CREATE TABLE transfer (id uuid PRIMARY KEY, debit bigint NOT NULL, credit bigint NOT NULL,"
                + " amount bigint NOT NULL CHECK (amount > 0), code integer NOT NULL,"
                + " at timestamptz NOT NULL DEFAULT now())",
        // The ids sort by time, and so do the entries of an account.
        "CREATE TABLE entry (account bigint NOT NULL, transfer uuid NOT NULL, amount bigint NOT NULL,"
                + " PRIMARY KEY (account, transfer))"
    };

    private static final String PAY = """
            CREATE FUNCTION pay(p_id uuid, p_debit bigint, p_credit bigint, p_amount bigint, p_code integer)
            RETURNS text LANGUAGE plpgsql AS $$
            DECLARE
              changed integer;
              same boolean;
            BEGIN
              INSERT INTO transfer (id, debit, credit, amount, code) VALUES (p_id, p_debit, p_credit, p_amount, p_code)
                ON CONFLICT (id) DO NOTHING;
              IF NOT FOUND THEN
                SELECT (debit, credit, amount, code) = (p_debit, p_credit, p_amount, p_code) INTO same
                  FROM transfer WHERE id = p_id;
                RETURN CASE WHEN same THEN 'EXISTS' ELSE 'DIFFERS' END;
              END IF;
              PERFORM 1 FROM account WHERE id IN (p_debit, p_credit) ORDER BY id FOR UPDATE;
              UPDATE account SET balance = balance + CASE id WHEN p_debit THEN -p_amount ELSE p_amount END
                WHERE id IN (p_debit, p_credit);
              GET DIAGNOSTICS changed = ROW_COUNT;
              IF changed <> 2 THEN
                RAISE foreign_key_violation USING MESSAGE = 'unknown account';
              END IF;
              INSERT INTO entry (account, transfer, amount)
                VALUES (p_debit, p_id, -p_amount), (p_credit, p_id, p_amount);
              RETURN 'CREATED';
            END $$
            """;

    private static final String PAY_ALL = """
            CREATE FUNCTION pay_all(ids uuid[], debits bigint[], credits bigint[], amounts bigint[], codes integer[])
            RETURNS integer LANGUAGE plpgsql AS $$
            DECLARE
              created integer;
            BEGIN
              PERFORM 1 FROM account WHERE id IN (SELECT unnest(debits) UNION SELECT unnest(credits))
                ORDER BY id FOR UPDATE;
              WITH made AS (
                INSERT INTO transfer (id, debit, credit, amount, code)
                  SELECT * FROM unnest(ids, debits, credits, amounts, codes)
                  ON CONFLICT (id) DO NOTHING RETURNING id, debit, credit, amount),
              moved AS (
                SELECT debit AS account, id, -amount AS amount FROM made
                UNION ALL SELECT credit, id, amount FROM made),
              kept AS (INSERT INTO entry (account, transfer, amount) SELECT account, id, amount FROM moved),
              changed AS (
                UPDATE account SET balance = balance + net.amount
                  FROM (SELECT account, sum(amount)::bigint AS amount FROM moved GROUP BY account) AS net
                  WHERE account.id = net.account)
              SELECT count(*) INTO created FROM made;
              IF created < cardinality(ids) AND EXISTS (
                  SELECT 1 FROM unnest(ids, debits, credits, amounts, codes) AS asked (id, debit, credit, amount, code)
                    JOIN transfer AS had USING (id)
                    WHERE (had.debit, had.credit, had.amount, had.code)
                      <> (asked.debit, asked.credit, asked.amount, asked.code)) THEN
                RAISE unique_violation USING MESSAGE = 'something else under the same id';
              END IF;
              RETURN created;
            END $$
            """;

    private final PostgresServer server;
    private final String schema;
    private final HikariDataSource pool;

    private PostgresBank(Lab lab, Terms terms, int connections) throws Exception {
        super(terms);
        server = lab.postgres();
        schema = lab.newName("bank");
        server.run("CREATE SCHEMA " + schema);
        pool = server.pool(
                schema,
                Math.min(connections, lab.effort().mostCallers()),
                IsolationLevel.TRANSACTION_READ_COMMITTED,
                true);
        run(TABLES);
        run(
                PAY,
                PAY_ALL,
                "INSERT INTO account (id, minimum) VALUES (" + Payments.SUPPLY + ", " + Long.MIN_VALUE + ")",
                "INSERT INTO account (id, minimum) SELECT number, 0 FROM generate_series(1, " + terms.members()
                        + ") AS number");
        payAll(payments().funding());
        run("VACUUM ANALYZE account", "VACUUM ANALYZE transfer", "VACUUM ANALYZE entry");
    }

    static Contender with(int connections, String name, Terms terms) {
        return new Contender(name, lab -> opened(lab, terms, connections));
    }

    static PostgresBank opened(Lab lab, Terms terms, int connections) throws Exception {
        return new PostgresBank(lab, terms.within(lab.effort()), connections);
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    Answer pay(Payment payment) throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement call = connection.prepareStatement("SELECT pay(?, ?, ?, ?, ?)")) {
            call.setObject(1, payment.id());
            call.setLong(2, payment.debit());
            call.setLong(3, payment.credit());
            call.setLong(4, payment.amount());
            call.setInt(5, Payment.CODE);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return Answer.valueOf(row.getString(1));
            }
        } catch (SQLException e) {
            if (CHECK_VIOLATION.equals(e.getSQLState())) {
                return Answer.REFUSED;
            }
            throw e;
        }
    }

    @Override
    int payAll(List<Payment> batch) throws SQLException {
        UUID[] ids = batch.stream().map(Payment::id).toArray(UUID[]::new);
        int[] codes = new int[batch.size()];
        Arrays.fill(codes, Payment.CODE);
        try (Connection connection = pool.getConnection();
                PreparedStatement call = connection.prepareStatement("SELECT pay_all(?, ?, ?, ?, ?)")) {
            call.setArray(1, connection.createArrayOf("uuid", ids));
            call.setObject(2, batch.stream().mapToLong(Payment::debit).toArray());
            call.setObject(3, batch.stream().mapToLong(Payment::credit).toArray());
            call.setObject(4, batch.stream().mapToLong(Payment::amount).toArray());
            call.setObject(5, codes);
            try (ResultSet row = call.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Override
    Tally tally() throws SQLException {
        try (Connection connection = server.connect(schema);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BankSql.TALLY)) {
            row.next();
            return new Tally(row.getLong(1), row.getLong(2), row.getLong(3));
        }
    }

    @Override
    long weigh() throws SQLException {
        return server.bytes(schema);
    }

    @Override
    public void close() throws SQLException {
        pool.close();
        server.run("DROP SCHEMA " + schema + " CASCADE");
    }
}
