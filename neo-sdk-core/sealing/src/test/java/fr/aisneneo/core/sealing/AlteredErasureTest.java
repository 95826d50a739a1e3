package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with write access to the store did to documents must not keep their person from being erased. */
class AlteredErasureTest {
    private static final SealedDocumentCodec CODEC = new SealedDocumentCodec(JsonbCodec.standard());

    @TempDir
    private Path folder;

    private final MemoryKeyStore keys = new MemoryKeyStore();

    /** A document of the same collection, as SQL would write it: a body, and whatever index entries there were. */
    private record Forged(String id, String body) {
        static final DocumentCollection<Forged> COLLECTION = DocumentCollection.json(
                        "contact", Forged.class, Forged::id)
                .codec(new Raw())
                .index(Index.<Forged>named("by_owner")
                        .string("owner", forged -> Town.ANNE.text())
                        .build())
                .index(Index.<Forged>named("blind_email")
                        .string("hash", forged -> "")
                        .when(forged -> false)
                        .build())
                .index(Index.<Forged>named("by_site")
                        .string("site", forged -> "")
                        .build())
                .build();
    }

    private static final class Raw implements DocumentCodec<Forged> {
        @Override
        public byte[] encode(Forged value) {
            return value.body().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Forged decode(byte[] body) {
            return new Forged("", new String(body, StandardCharsets.UTF_8));
        }
    }

    private Town town() {
        return new Town("rocksdb:" + folder.resolve("store"), keys);
    }

    private void forge(List<Forged> documents) {
        try (Neo neo = Neo.open("rocksdb:" + folder.resolve("store"))) {
            neo.store().declare(Forged.COLLECTION);
            neo.store().write(Contention.none(), tx -> {
                documents.forEach(tx.documents(Forged.COLLECTION, Town.LAON)::insert);
                return true;
            });
        }
    }

    @Test
    void documentsThatCannotBeReadAreCountedAndTheKeysDestroyedAllTheSame() {
        Contact bruno = Contact.of("bruno", Town.BRUNO, "Bruno Petit", "bruno@example.org");
        String sound;
        try (Town town = town()) {
            town.add(Contact.of("anne", Town.ANNE, "Anne Martin", "anne@example.org"));
            town.add(bruno);
            sound = new String(CODEC.encode(town.stored(Town.LAON, "anne")), StandardCharsets.UTF_8);
        }
        forge(List.of(
                new Forged("empty", "{\"_sealed\":{}}"),
                new Forged("null", sound.replace("\"site\":\"laon\"", "\"site\":null")),
                new Forged("copy", sound.replace("\"id\":\"anne\"", "\"id\":\"bruno\""))));
        try (Town town = town()) {
            ErasureReport report = town.sealing.erase(Town.CLERK, Town.ANNE);

            assertThat(report.documents()).isEqualTo(Map.of("contact", 1L));
            assertThat(report.unreadable()).isEqualTo(3);
            assertThat(report.complete()).isTrue();
            assertThat(report.purposes()).containsExactly("contact");
            assertThat(keys.find(KeyName.of(Town.LAON, Town.ANNE, "contact"))).isEqualTo(new KeyState.Destroyed());
            for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(report.lines(locale)).anyMatch(line -> line.contains(": 3."));
            }
            assertThat(town.get("anne")).isEmpty();
            assertThat(town.get("bruno")).contains(bruno);
            assertThat(town.sealing.erase(Town.CLERK, Town.ANNE)).isEqualTo(report);
        }
    }

    @Test
    void aPropertyWithoutContentMakesADocumentThatDoesNotOpen() {
        try (Town town = town()) {
            town.add(Contact.of("anne", Town.ANNE, "Anne Martin", null));
            String sound = new String(CODEC.encode(town.stored(Town.LAON, "anne")), StandardCharsets.UTF_8);
            for (String other : List.of(
                    sound.replace("\"site\":\"laon\"", "\"site\":null"),
                    sound.replaceFirst("\"_sealed\":\"[^\"]*\"", "\"_sealed\":null"),
                    sound.replaceFirst("\"party\":\"[^\"]*\"", "\"party\":null"))) {
                assertThat(other).isNotEqualTo(sound);
                assertThat(CODEC.decode(other.getBytes(StandardCharsets.UTF_8)).schema())
                        .isZero();
            }
        }
    }
}
