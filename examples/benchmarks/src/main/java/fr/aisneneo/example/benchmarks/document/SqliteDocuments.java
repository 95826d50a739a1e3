package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The same documents in SQLite with a write-ahead log and {@code synchronous=FULL}. It takes one writer at a time: the
 * callers queue for one connection, which is quicker than to let SQLite make them wait and try again.
 */
final class SqliteDocuments implements Side {
    private final Path directory;
    private final Connection connection;
    private final PreparedStatement insert;
    private final Codec codec = JsonbCodec.standard();
    private final Notices notices = new Notices();

    private SqliteDocuments(Lab lab) throws Exception {
        directory = lab.newPath("sqlite");
        Files.createDirectories(directory);
        connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("notices.db"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("CREATE TABLE notice (id text PRIMARY KEY, place text NOT NULL, at integer NOT NULL,"
                    + " number integer NOT NULL, body text NOT NULL) WITHOUT ROWID");
            statement.execute("CREATE INDEX by_place ON notice (place, at)");
            statement.execute("CREATE INDEX by_number ON notice (number)");
        }
        insert = connection.prepareStatement("INSERT INTO notice (id, place, at, number, body) VALUES (?, ?, ?, ?, ?)");
    }

    static Contender full() {
        return new Contender("SQLite, WAL FULL", SqliteDocuments::new);
    }

    @Override
    public Caller caller() {
        return () -> {
            Notice notice = notices.next();
            String body = new String(codec.encode(notice), StandardCharsets.UTF_8);
            synchronized (connection) {
                insert.setString(1, notice.id());
                insert.setString(2, notice.place());
                insert.setLong(3, notice.at().getEpochSecond());
                insert.setLong(4, notice.number());
                insert.setString(5, body);
                insert.executeUpdate();
            }
        };
    }

    @Override
    public void check(long calls) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM notice")) {
            count.next();
            Counts.requireEqual("rows", calls, count.getLong(1));
        }
    }

    @Override
    public void close() throws Exception {
        insert.close();
        connection.close();
        Lab.remove(directory);
    }
}
