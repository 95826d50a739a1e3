package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.SharedSync;
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
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * The same documents in H2. {@code WRITE_DELAY=0} alone writes at each commit but never syncs, as system calls show;
 * {@code CHECKPOINT SYNC} does (H2's documentation of that command).
 */
final class H2Documents implements Side {
    private final Path directory;
    private final Connection connection;
    private final boolean shared;
    private final SharedSync sync;
    private final Codec codec = JsonbCodec.standard();
    private final Notices notices = new Notices();

    private H2Documents(Lab lab, boolean shared) throws Exception {
        this.directory = lab.newPath("h2");
        Files.createDirectories(directory);
        this.shared = shared;
        this.connection = connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE notice (id uuid PRIMARY KEY, place varchar NOT NULL,"
                    + " at timestamp with time zone NOT NULL, number bigint NOT NULL, body varchar NOT NULL)");
            statement.execute("CREATE INDEX by_place ON notice (place, at)");
            statement.execute("CREATE INDEX by_number ON notice (number)");
        }
        this.sync = new SharedSync(() -> checkpoint(connection));
    }

    /** Each commit syncs for itself. */
    static Contender syncEach() {
        return new Contender("H2, a sync each", lab -> new H2Documents(lab, false));
    }

    /** Callers who wait share a sync, by code of one's own. */
    static Contender syncShared() {
        return new Contender("H2, shared syncs", lab -> new H2Documents(lab, true));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:h2:" + directory.resolve("notices") + ";WRITE_DELAY=0", "sa", "");
    }

    private static void checkpoint(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT SYNC");
        }
    }

    @Override
    public Caller caller() throws SQLException {
        return new Inserting(connect());
    }

    private final class Inserting implements Caller {
        private final Connection own;
        private final PreparedStatement insert;

        Inserting(Connection own) throws SQLException {
            this.own = own;
            this.insert =
                    own.prepareStatement("INSERT INTO notice (id, place, at, number, body) VALUES (?, ?, ?, ?, ?)");
        }

        @Override
        public void call() throws Exception {
            Notice notice = notices.next();
            insert.setObject(1, UUID.fromString(notice.id()));
            insert.setString(2, notice.place());
            insert.setObject(3, OffsetDateTime.ofInstant(notice.at(), ZoneOffset.UTC));
            insert.setLong(4, notice.number());
            insert.setString(5, new String(codec.encode(notice), StandardCharsets.UTF_8));
            insert.executeUpdate();
            if (shared) {
                sync.await();
            } else {
                checkpoint(own);
            }
        }

        @Override
        public void close() throws SQLException {
            insert.close();
            own.close();
        }
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
        connection.close();
        Lab.remove(directory);
    }
}
