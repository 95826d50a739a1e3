package fr.aisneneo.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Note;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DocumentStoreTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final TenantId HIRSON = new TenantId("hirson");
    private static final DocumentCollection<Note> NOTES = DocumentCollection.json("note", Note.class, Note::id)
            .index(Note.BY_ROOM)
            .build();
    private static final DocumentCollection<Note> PUBLIC_NOTES = DocumentCollection.json(
                    "public_note", Note.class, Note::id)
            .shared()
            .build();

    private final DocumentStore store = Stores.over(Stores.memory());

    @BeforeEach
    void declare() {
        store.declare(NOTES, PUBLIC_NOTES);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private <R> R inNotes(Function<Documents<Note>, R> work) {
        return store.write(Contention.none(), tx -> work.apply(tx.documents(NOTES, LAON)));
    }

    private Optional<Note> read(String id) {
        return store.read(tx -> tx.documents(NOTES, LAON).get(id).map(Document::value));
    }

    @Test
    void whatWasWrittenIsReadBackWithItsVersion() {
        Document<Note> written = inNotes(notes -> notes.insert(Note.of("a", "lab", 1)));
        Document<Note> found = store.read(tx -> tx.documents(NOTES, LAON).require("a"));
        assertThat(found).isEqualTo(written);
        assertThat(found.version()).isPositive();
    }

    @Test
    void aThrowingTransactionLeavesNothingBehind() {
        assertThatIllegalStateException()
                .isThrownBy(() -> inNotes(notes -> {
                    notes.insert(Note.of("a", "lab", 1));
                    throw new IllegalStateException("no");
                }));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void aNestedWriteIsLostWithTheOuterOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(Contention.none(), tx -> {
                    inNotes(notes -> notes.insert(Note.of("a", "lab", 1)));
                    throw new IllegalStateException("no");
                }));
        assertThat(read("a")).isEmpty();
    }

    @Test
    void aNestedWriteThatFailsTakesBackItsOwnPartOnly() {
        store.write(Contention.none(), tx -> {
            Documents<Note> notes = tx.documents(NOTES, LAON);
            notes.insert(Note.of("outer", "lab", 1));
            assertThatIllegalStateException()
                    .isThrownBy(() -> inNotes(inner -> {
                        inner.insert(Note.of("inner", "lab", 2));
                        throw new IllegalStateException("no");
                    }));
            assertThat(notes.get("inner")).isEmpty();
            return notes.insert(Note.of("second", "lab", 3));
        });
        assertThat(read("outer")).isPresent();
        assertThat(read("second")).isPresent();
        assertThat(read("inner")).isEmpty();
    }

    @Test
    void aNestedReadSeesTheWritesAroundIt() {
        store.write(Contention.none(), tx -> {
            tx.documents(NOTES, LAON).insert(Note.of("a", "lab", 1));
            return assertThat(read("a")).isPresent();
        });
    }

    @Test
    void aWriteInsideAReadIsRefused() {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.read(tx -> inNotes(notes -> notes.insert(Note.of("a", "lab", 1)))))
                .extracting(NeoException::code)
                .isEqualTo("storage.read_only");
        assertThat(read("a")).isEmpty();
    }

    @Test
    void aConflictInsideDoesNotSpoilTheTransaction() {
        inNotes(notes -> notes.insert(Note.of("a", "lab", 1)));
        inNotes(notes -> {
            assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> notes.insert(Note.of("a", "lab", 2)));
            return notes.insert(Note.of("b", "lab", 3));
        });
        assertThat(read("a").orElseThrow().at())
                .isEqualTo(Note.of("a", "lab", 1).at());
        assertThat(read("b")).isPresent();
    }

    @Test
    void tenantsNeitherSeeNorCollideWithEachOther() {
        inNotes(notes -> notes.insert(Note.of("a", "lab", 1)));
        store.write(Contention.none(), tx -> {
            Documents<Note> theirs = tx.documents(NOTES, HIRSON);
            assertThat(theirs.get("a")).isEmpty();
            assertThat(theirs.scan(Scan.by(Note.BY_ROOM)).values()).isEmpty();
            return theirs.insert(Note.of("a", "studio", 1));
        });
        assertThat(read("a").orElseThrow().room()).isEqualTo("lab");
    }

    @Test
    void aSharedCollectionIsOneForAllTenants() {
        store.write(Contention.none(), tx -> tx.documents(PUBLIC_NOTES, LAON).insert(Note.of("a", "lab", 1)));
        assertThat(store.<Optional<Document<Note>>>read(
                        tx -> tx.documents(PUBLIC_NOTES, HIRSON).get("a")))
                .isPresent();
    }

    @Test
    void anUpdateWithAnOldVersionIsRefusedAndChangesNothing() {
        Document<Note> first = inNotes(notes -> notes.insert(Note.of("a", "lab", 1)));
        inNotes(notes -> notes.update(first.value().saying("second"), first.version()));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> inNotes(notes -> notes.update(first.value().saying("third"), first.version())))
                .extracting(NeoException::code)
                .isEqualTo("storage.document.changed");
        assertThat(read("a").orElseThrow().text()).isEqualTo("second");
    }

    @Test
    void aScanGoesOnAtItsCursorInBothDirections() {
        inNotes(notes -> {
            for (int minute = 0; minute < 25; minute++) {
                notes.insert(Note.of("n" + minute, minute % 2 == 0 ? "lab" : "studio", minute));
            }
            return true;
        });
        for (boolean descending : List.of(false, true)) {
            Scan<Note> scan = Scan.by(Note.BY_ROOM).equalTo("lab").limit(5);
            List<Instant> seen = new ArrayList<>();
            Optional<Cursor> next = Optional.empty();
            do {
                Scan<Note> page = (descending ? scan.descending() : scan).resume(next);
                Page<Note> found = store.read(tx -> tx.documents(NOTES, LAON).scan(page));
                found.values().forEach(note -> seen.add(note.at()));
                next = found.next();
            } while (next.isPresent());
            assertThat(seen)
                    .hasSize(13)
                    .isSortedAccordingTo(descending ? (a, b) -> b.compareTo(a) : Instant::compareTo);
        }
    }

    @Test
    void aRangeIsHalfOpenWhenAsked() {
        inNotes(notes -> {
            for (int minute = 0; minute < 10; minute++) {
                notes.insert(Note.of("n" + minute, "lab", minute));
            }
            return true;
        });
        Scan<Note> scan = Scan.by(Note.BY_ROOM)
                .equalTo("lab")
                .from(Note.of("", "", 3).at())
                .before(Note.of("", "", 6).at());
        assertThat(store.read(tx -> tx.documents(NOTES, LAON).scan(scan)).values())
                .extracting(Note::id)
                .containsExactly("n3", "n4", "n5");
    }

    @Test
    void aForgedCursorIsRefused() {
        for (String text : List.of("", "abc", "!!!!", "A".repeat(5_000), "AARub3RlAAdieV9yb29t")) {
            Scan<Note> scan = Scan.by(Note.BY_ROOM).resume(Optional.of(new Cursor(text)));
            assertThatThrownBy(() -> store.read(tx -> tx.documents(NOTES, LAON).scan(scan)))
                    .as(text)
                    .isInstanceOf(InvalidInputException.class)
                    .extracting(e -> ((NeoException) e).code())
                    .isEqualTo("storage.cursor.invalid");
        }
    }

    @Test
    void forEachMayWriteTheCollectionItWalks() {
        inNotes(notes -> {
            for (int minute = 0; minute < 30; minute++) {
                notes.insert(Note.of("n" + minute, "lab", minute));
            }
            return true;
        });
        inNotes(notes -> {
            notes.forEach(
                    Scan.<Note>byId().limit(7),
                    note -> notes.update(note.value().saying("seen"), note.version()));
            return true;
        });
        assertThat(store.read(tx -> tx.documents(NOTES, LAON).scan(Scan.byId())).values())
                .hasSize(30)
                .allSatisfy(note -> assertThat(note.text()).isEqualTo("seen"));
    }

    @Test
    void textThatNoStoreCanKeepIsRefusedBeforeAnythingIsWritten() {
        for (String room : List.of("a\u0000b", "\ud800", "x".repeat(513))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> inNotes(notes -> notes.insert(Note.of("a", room, 1))));
        }
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> inNotes(notes -> notes.insert(Note.of("", "lab", 1))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> store.read(tx -> tx.documents(NOTES, LAON).require("\u0000")));
        assertThat(store.read(tx -> tx.documents(NOTES, LAON).scan(Scan.byId())).values())
                .isEmpty();
    }

    @Test
    void aCollectionIsDeclaredBeforeUseAndByOneConstant() {
        DocumentCollection<Note> other =
                DocumentCollection.json("other", Note.class, Note::id).build();
        assertThatIllegalStateException().isThrownBy(() -> store.read(tx -> tx.documents(other, LAON)));
        DocumentCollection<Note> second =
                DocumentCollection.json("note", Note.class, Note::id).build();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> store.declare(second))
                .extracting(NeoException::code)
                .isEqualTo("storage.schema");
    }

    @Test
    void aClosedStoreSaysSo() {
        store.close();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> read("a"))
                .extracting(NeoException::code)
                .isEqualTo("storage.closed");
    }
}
