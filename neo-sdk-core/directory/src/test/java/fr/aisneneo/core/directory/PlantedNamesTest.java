package fr.aisneneo.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.tenant.TenantId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names, addresses and numbers are planted, and every byte that the engines, the key store and the loggers wrote is
 * looked through for them.
 */
@Tag("heavy")
class PlantedNamesTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final Actor OPERATOR = Actor.of(new PartyId(new UUID(2, 1)), LAON, Role.OPERATOR);
    private static final PartyId FIRST = new PartyId(new UUID(1, 1));
    private static final PartyId SECOND = new PartyId(new UUID(1, 2));
    /** Without capitals and accents too, as an index may have them, and parts, as a tokenizer may leave them. */
    private static final List<String> PLANTED = List.of(
            "Zéphyrine",
            "Zephyrine",
            "Quetzalcoatl",
            "quetzalcoatl",
            "Vercingétorix",
            "Xanthoulis",
            "zq.planted",
            "ZQ.Planted",
            "planted-name.example",
            "323456789",
            "0323456789",
            "987654321");
    /** What is written in the clear on purpose: were the scan blind, it would not be found. */
    private static final String CONTROL = "Ostensible-Contrôle";

    /** A document of an ordinary collection. */
    public record Note(String id, String text) {}

    private static final DocumentCollection<Note> NOTES =
            DocumentCollection.json("note", Note.class, Note::id).build();

    @TempDir
    private Path folder;

    private void plantIn(Neo neo, Sealing sealing) {
        neo.store().declare(NOTES);
        Parties parties = Parties.of(neo, sealing);
        for (PartyId id : List.of(FIRST, SECOND)) {
            parties.register(OPERATOR, id, PartyKind.PERSON);
        }
        PersonalData first =
                new PersonalData("Zéphyrine Quetzalcoatl", "ZQ.Planted@planted-name.example", "03 23 45 67 89");
        parties.describe(OPERATOR, FIRST, first);
        parties.describe(OPERATOR, FIRST, new PersonalData("Zéphyrine Xanthoulis", first.email(), "+33987654321"));
        parties.describe(OPERATOR, SECOND, PersonalData.named("Vercingétorix"));
        assertThat(parties.withEmail(OPERATOR, "zq.planted@planted-name.example"))
                .containsExactly(FIRST);
        assertThat(parties.personalData(OPERATOR, SECOND)).contains(PersonalData.named("Vercingétorix"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> parties.describe(
                        OPERATOR, FIRST, new PersonalData("Zéphyrine", "zq.planted-without-an-at", null)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> neo.atomically(() -> {
                    parties.describe(OPERATOR, SECOND, PersonalData.named("Quetzalcoatl"));
                    throw new IllegalStateException("taken back");
                }));
        neo.store().write(Contention.none(), tx -> tx.documents(NOTES, LAON).insert(new Note("n1", CONTROL)));
    }

    /** Nothing that was planted, and in each of the places that are named the control. */
    private static void assertSealed(Path place, String... where) {
        List<String> all = new ArrayList<>(PLANTED);
        all.add(CONTROL);
        Set<String> found = new ByteScan(all).in(place);
        assertThat(found).allMatch(hit -> hit.startsWith(CONTROL));
        for (String part : where) {
            assertThat(found)
                    .as("the scan finds what is not sealed in %s", part)
                    .anyMatch(hit -> hit.startsWith(CONTROL + " in " + part));
        }
    }

    private void assertLogsAreClean() {
        assertThat(new ByteScan(PLANTED).in(Path.of("target/test.log"))).isEmpty();
        assertThat(new ByteScan(List.of("fr.aisneneo")).in(Path.of("target/test.log")))
                .as("there is a log")
                .isNotEmpty();
    }

    @Test
    void noPlantedNameIsInAnyFileOfTheEmbeddedStore() {
        Path store = folder.resolve("store");
        Path keys = folder.resolve("keys");
        Path backup = folder.resolve("backup");
        String uri = "rocksdb:" + store;
        try (Neo neo = Neo.open(uri);
                Sealing sealing = Sealing.open(neo, "file:" + keys)) {
            plantIn(neo, sealing);
            neo.store().checkpoint(backup);
            assertSealed(store, "");
        }
        assertSealed(store, "");
        assertSealed(backup);
        try (Neo neo = Neo.open(uri);
                Sealing sealing = Sealing.open(neo, "file:" + keys)) {
            Parties.of(neo, sealing).erase(OPERATOR, FIRST);
        }
        // Tables are compressed, and would hide the control; what is in them went through the log that was seen above.
        assertSealed(store);
        assertThat(new ByteScan(PLANTED).in(keys)).isEmpty();
        assertLogsAreClean();
    }

    @Test
    void noPlantedNameIsInAnyFileOfPostgresqlNotEvenInItsLogs() throws IOException {
        Path data = folder.resolve("data");
        Path keys = folder.resolve("keys");
        // It logs each statement with its values, which nobody ought to, and somebody does.
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_directory", "log")
                .setServerConfig("log_statement", "all")
                .setServerConfig("log_parameter_max_length", "-1")
                .start()) {
            String location = "//localhost:" + server.getPort() + "/postgres";
            try (Neo neo = Neo.builder()
                            .storage("postgresql:" + location)
                            .setting("postgresql", "user", "postgres")
                            .open();
                    Sealing sealing = Sealing.open(neo, "file:" + keys)) {
                plantIn(neo, sealing);
            }
            assertSealed(data, "pg_wal/", "log/");
        }
        // Stopping has written the tables too.
        assertSealed(data, "pg_wal/", "log/", "base/");
        assertThat(new ByteScan(PLANTED).in(keys)).isEmpty();
        assertLogsAreClean();
    }
}
