package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.NeoBuilder;
import fr.aisneneo.core.event.Aggregate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the guides show is done here. */
class GuidesTest {
    @TempDir
    private Path directory;

    @Test
    void theirCodeAndLinksAreRight() throws IOException {
        Guide choosing = Guide.of("choosing-a-store.md");
        assertThat(choosing.checkCode()).isEqualTo(5);
        choosing.checkLinks();
        Guide backing = Guide.of("backing-up-and-restoring.md");
        assertThat(backing.checkCode()).isEqualTo(2);
        backing.checkLinks();
    }

    @Test
    void aStoreIsOpened() {
        String uri = "rocksdb:" + directory.resolve("data/neo");
        try (Neo neo = Neo.open(uri)) {
            Booking booking = Booking.of(neo);
            assertThat(booking.newSpaceId()).isNotNull();
        }
    }

    @Tag("heavy")
    @Test
    void aTownMovesToPostgresql() {
        NeoBuilder old = Engine.ROCKSDB.fresh(directory);
        String uri = Server.uri();
        String user = "postgres";
        String password = "";
        Path file = directory.resolve("neo.jsonl");
        NeoBuilder builder = Neo.builder()
                .storage(uri)
                .setting("postgresql", "user", user)
                .setting("postgresql", "password", password)
                .setting("postgresql", "schema", "laon");

        try (Neo from = old.open()) {
            Booking.of(from);
            Transfer.of(from).exportTo(file, step -> System.out.println(step.documents() + " written"));
        }
        try (Neo to = builder.open()) {
            Booking.of(to);
            Transfer.of(to).importFrom(file, step -> System.out.println(step.documents() + " read"));
        }
        assertThat(file).exists();
        starts(Engine.MEMORY.fresh(directory));
    }

    private static void starts(NeoBuilder builder) {
        try (Neo neo = builder.open()) {
            Transfer.of(neo).requireComplete();
        }
    }

    @Test
    void anAdministratorMovesAStore() throws IOException {
        String from = "rocksdb:" + directory.resolve("from");
        String to = "rocksdb:" + directory.resolve("to");
        try (Neo neo = Neo.open(from)) {
            Booking.of(neo);
            neo.journal().append(Town.CLERK, Town.MEASURED, new Aggregate("meter", "m"), new Town.Measured("eau", 2));
        }
        Path file = directory.resolve("neo.jsonl");
        Path again = directory.resolve("again.jsonl");
        MoveMain.main(new String[] {"export", from, file.toString()});
        MoveMain.main(new String[] {"import", to, file.toString()});
        MoveMain.main(new String[] {"import", to, file.toString()});
        MoveMain.main(new String[] {"export", to, again.toString()});
        assertThat(documents(again)).isEqualTo(documents(file)).contains("town.measured");
    }

    private static String documents(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .filter(line -> line.startsWith("{\"collection\""))
                .toList()
                .toString();
    }
}
