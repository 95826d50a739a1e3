package fr.aisneneo.core.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.IndexKeys;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.tenant.TenantId;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;

/** A cursor comes back from outside: whatever it holds, it is read or refused as a cursor, and nothing else happens. */
class CursorsProperties {
    private static final TenantId LAON = new TenantId("laon");
    private static final Index<Visit> BY_ALL = Index.<Visit>named("by_all")
            .string("room", Visit::room)
            .instant("at", Visit::at)
            .number("seats", Visit::seats)
            .bool("paid", Visit::paid)
            .build();
    private static final DocumentCollection<Visit> VISITS = DocumentCollection.json("visit", Visit.class, Visit::id)
            .index(BY_ALL)
            .build();
    private static final DocumentStore STORE = filled();
    private static final List<Scan<Visit>> SCANS = List.of(
            Scan.by(BY_ALL).limit(1),
            Scan.by(BY_ALL).descending().limit(1),
            Scan.<Visit>byId().limit(1),
            Scan.by(BY_ALL).equalTo("lab").limit(1));
    private static final List<Cursor> VALID =
            SCANS.stream().map(scan -> page(scan).next().orElseThrow()).toList();

    /**
     * A document with a part of every type.
     *
     * @param id its id
     * @param room where
     * @param at when
     * @param seats how many
     * @param paid whether
     */
    public record Visit(String id, String room, Instant at, long seats, boolean paid) {}

    @AfterContainer
    static void close() {
        STORE.close();
    }

    private static DocumentStore filled() {
        DocumentStore store = Stores.over(Stores.memory());
        store.declare(VISITS);
        store.write(Contention.none(), tx -> {
            for (int i = 0; i < 10; i++) {
                tx.documents(VISITS, LAON)
                        .insert(new Visit(
                                "v\u00E9-" + i,
                                i < 5 ? "lab" : "\u00E9tude",
                                Instant.ofEpochSecond(i, 1_000),
                                -i,
                                i % 2 == 0));
            }
            return true;
        });
        return store;
    }

    private static Page<Visit> page(Scan<Visit> scan) {
        return STORE.read(tx -> tx.documents(VISITS, LAON).scan(scan));
    }

    /** Reads with each scan; a cursor that is not refused is one that a document could have. */
    private static void readOrRefused(Cursor cursor) {
        for (Scan<Visit> scan : SCANS) {
            try {
                Page<Visit> found = page(scan.resume(Optional.of(cursor)));
                assertThat(found.values().size()).isLessThanOrEqualTo(1);
                ScanPosition position =
                        Cursors.read(VISITS.schema(), scan.index().orElse(null), cursor);
                assertThat(IndexKeys.isId(position.id())).isTrue();
                scan.index()
                        .ifPresent(index -> assertThat(
                                        IndexKeys.check(index, position.key().values()))
                                .isEqualTo(position.key()));
            } catch (InvalidInputException e) {
                assertThat(e.errorCode()).isEqualTo(CoreError.CURSOR_INVALID);
            }
        }
    }

    private static Cursor cursor(byte[] bytes) {
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] bytes(Cursor cursor) {
        return Base64.getUrlDecoder().decode(cursor.text());
    }

    @Property(tries = 300)
    void anyBytes(@ForAll @Size(max = 100) byte[] bytes) {
        readOrRefused(cursor(bytes));
    }

    @Property(tries = 300)
    void anyText(@ForAll @StringLength(max = 100) String text) {
        readOrRefused(new Cursor(text));
    }

    @Property(tries = 1_000)
    void aValidCursorWithBitsFlipped(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 799) Integer> bits) {
        byte[] bytes = bytes(VALID.get(which));
        for (int bit : bits) {
            int at = bit % (bytes.length * 8);
            bytes[at / 8] ^= (byte) (1 << (at % 8));
        }
        readOrRefused(cursor(bytes));
    }

    @Property(tries = 100)
    void aValidCursorWithAnotherEnd(
            @ForAll @IntRange(max = 3) int which,
            @ForAll @IntRange(max = 60) int cut,
            @ForAll @Size(max = 60) byte[] end) {
        byte[] valid = bytes(VALID.get(which));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(valid, 0, Math.max(0, valid.length - cut));
        bytes.writeBytes(end);
        readOrRefused(cursor(bytes.toByteArray()));
    }

    @Property(tries = 1_000)
    void aWellFormedCursorWithAnyValues(
            @ForAll @StringLength(max = 600) @Chars({'a', '\0', '\u00E9', '\u20AC', '\uD83D', '\uDE97'}) String room,
            @ForAll long second,
            @ForAll int nano,
            @ForAll long seats,
            @ForAll boolean paid,
            @ForAll @StringLength(max = 250) @Chars({'b', '\0', '\u00E8', '\uD83D', '\uDE97'}) String id)
            throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF("visit");
            out.writeUTF("by_all");
            out.writeUTF(room);
            out.writeLong(second);
            out.writeInt(nano);
            out.writeLong(seats);
            out.writeBoolean(paid);
            out.writeUTF(id);
        }
        readOrRefused(cursor(bytes.toByteArray()));
    }

    @Property(tries = 4)
    void aCursorThatIsValidIsRead(@ForAll @IntRange(max = 3) int which) {
        Page<Visit> next = page(SCANS.get(which).resume(Optional.of(VALID.get(which))));
        assertThat(next.values()).hasSize(1).isNotEqualTo(page(SCANS.get(which)).values());
    }
}
