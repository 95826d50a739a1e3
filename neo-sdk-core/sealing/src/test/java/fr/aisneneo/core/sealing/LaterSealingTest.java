package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed or indexed later reaches older documents when they are written again, as the Javadoc says. */
class LaterSealingTest {
    /** What is kept. */
    public record Guest(String id, PartyId party, String name, String email) {}

    private static final SealedCollection<Guest> BEFORE =
            guests().sealed("name").build();
    private static final SealedCollection<Guest> AFTER = guests().sealed("name", "email")
            .blindIndex("email", Guest::email, text -> text)
            .build();

    @TempDir
    private Path folder;

    private static SealedCollectionBuilder<Guest> guests() {
        return SealedCollection.of("guest", Guest.class)
                .id(Guest::id)
                .owner(Guest::party)
                .purpose("contact");
    }

    private static List<Guest> withEmail(Neo neo, Sealing sealing) {
        return neo
                .store()
                .read(tx -> sealing.documents(tx, AFTER, Town.LAON).find("email", "anne@example.org"))
                .stream()
                .map(Document::value)
                .toList();
    }

    private static SealedDocument stored(Neo neo) {
        return neo.store()
                .read(tx ->
                        tx.documents(AFTER.stored(), Town.LAON).require("g1").value());
    }

    @Test
    void writingAgainSealsAndIndexesWhatWasWrittenBefore() {
        MemoryKeyStore keys = new MemoryKeyStore();
        Guest anne = new Guest("g1", Town.ANNE, "Anne Martin", "anne@example.org");
        String store = "rocksdb:" + folder.resolve("store");
        try (Neo neo = Neo.open(store);
                Sealing sealing = Sealing.of(neo, keys)) {
            sealing.declare(BEFORE);
            neo.store()
                    .write(
                            Contention.none(),
                            tx -> sealing.documents(tx, BEFORE, Town.LAON).insert(anne));
        }
        try (Neo neo = Neo.open(store);
                Sealing sealing = Sealing.of(neo, keys)) {
            sealing.declare(AFTER);
            assertThat(withEmail(neo, sealing)).isEmpty();
            assertThat(stored(neo).text("email")).contains("anne@example.org");

            Optional<Cursor> next = Optional.empty();
            do {
                Scan<SealedDocument> scan =
                        Scan.<SealedDocument>byId().limit(200).resume(next);
                next = neo.store().write(Contention.none(), tx -> {
                    SealedDocuments<Guest> guests = sealing.documents(tx, AFTER, Town.LAON);
                    Page<Guest> page = guests.scan(scan);
                    page.documents().forEach(found -> guests.update(found.value(), found.version()));
                    return page.next();
                });
            } while (next.isPresent());

            assertThat(withEmail(neo, sealing)).containsExactly(anne);
            assertThat(stored(neo).text("email")).isEmpty();
        }
    }
}
