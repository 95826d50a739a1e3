package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is refused although every byte is as it was written, and how it is said. */
class RefusalsTest {
    private final Town from = Engine.inMemory();
    private final Town to = Engine.inMemory();

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A file as a program with other ideas would write it: its digests are right. */
    private static InputStream rewritten(Exported exported, UnaryOperator<String> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Tally tally = new Tally();
        for (String line : exported.lines()) {
            if (line.startsWith("{\"chunk\":")) {
                byte[] check = tally.checkLine();
                tally.check(check);
                out.writeBytes(check);
            } else if (line.startsWith("{\"end\":")) {
                out.writeBytes(tally.endLine());
            } else {
                byte[] changed = (change.apply(line) + "\n").getBytes(StandardCharsets.UTF_8);
                out.writeBytes(changed);
                if (line.startsWith("{\"collection\":")) {
                    tally.document(changed);
                    tally.count(line.substring(15, line.indexOf('"', 15)));
                } else {
                    tally.line(changed);
                }
            }
        }
        return new ByteArrayInputStream(out.toByteArray());
    }

    private static UnaryOperator<String> replacing(String old, String now) {
        return line -> line.replace(old, now);
    }

    @Test
    void aFileOfAnotherKindOrVersionIsNamed() {
        Exported exported = Exported.from(from);
        for (String text : List.of("\n", "{}\n", "hello\n", "[1]\n", "{\"format\":1}\n")) {
            Refusal.of(TransferError.FORMAT, () -> to.transfer.importFrom(stream(text), step -> {}));
        }
        NeoException refusal = Refusal.of(
                TransferError.FORMAT,
                () -> to.transfer.importFrom(
                        rewritten(exported, replacing("\"version\":1,", "\"version\":2,")), step -> {}));
        assertThat(refusal.facts())
                .containsEntry("found", "aisne-neo-export 2")
                .containsEntry("known", "aisne-neo-export 1");
    }

    @Test
    void aHeaderThatIsOtherwiseThanOneIsWrittenIsRefused() {
        Exported exported = Exported.from(from);
        for (UnaryOperator<String> change : List.of(
                replacing("\"version\":1,", "\"version\":1, "),
                replacing("\"sdk\":", "\"by\":"),
                replacing("\"indexes\":[", "\"indexes\":[7,"),
                replacing("\"schema\":1,", "\"schema\":1.5,"),
                replacing("\"collections\":[", "\"collections\":[3,"))) {
            Refusal.of(TransferError.ALTERED, () -> to.transfer.importFrom(rewritten(exported, change), step -> {}));
        }
    }

    @Test
    void aLineWithoutEndIsRefusedWithoutReadingItAll() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int at, int length) {
                Arrays.fill(into, at, at + length, (byte) 'x');
                return length;
            }
        };
        NeoException refusal =
                Refusal.of(TransferError.LINE_TOO_LONG, () -> to.transfer.importFrom(endless, step -> {}));
        assertThat(refusal.facts()).containsEntry("line", 1L);
    }

    @Test
    void whatThisProcessDoesNotKnowIsNamedAndNotLeftOut() {
        from.books(Town.LAON, 1);
        Exported exported = Exported.from(from);
        try (Neo bare = Neo.open("memory:")) {
            NeoException refusal = Refusal.of(
                    TransferError.UNKNOWN, () -> Transfer.of(bare).importFrom(exported.stream(), step -> {}));
            assertThat(String.valueOf(refusal.facts().get("collections")))
                    .contains("booking_reservation (fr.aisneneo.booking")
                    .contains("packed (fr.aisneneo.core.transfer)");
        }
    }

    @Test
    void aTargetThatIsInUseIsNotTouched() {
        to.measures(Town.CHAUNY, 1);
        List<String> before = Exported.from(to).documents();
        NeoException refusal = Refusal.of(
                TransferError.NOT_EMPTY, () -> to.transfer.importFrom(Exported.from(from).stream(), step -> {}));
        assertThat(refusal.facts()).containsEntry("collection", "event");
        Refusal.of(TransferError.NOT_EMPTY, () -> to.transfer.resume(Exported.from(from).stream(), step -> {}));
        assertThat(Exported.from(to).documents()).isEqualTo(before);
    }

    @Test
    void anImportThatIsCompleteIsNotDoneAgain() {
        from.books(Town.LAON, 1);
        Exported exported = Exported.from(from);
        to.transfer.importFrom(exported.stream(), step -> {});
        to.books(Town.LAON, 1);
        List<String> later = Exported.from(to).documents();
        assertThat(to.transfer.resume(exported.stream(), step -> {})).isEqualTo(exported.report());
        assertThat(Exported.from(to).documents()).isEqualTo(later);
        Refusal.of(TransferError.NOT_EMPTY, () -> to.transfer.importFrom(exported.stream(), step -> {}));
        Exported other = Exported.from(to);
        Refusal.of(TransferError.OTHER_FILE, () -> to.transfer.resume(other.stream(), step -> {}));
    }

    @Test
    void anImportGoesOnWithItsOwnFileOnly() {
        Packed[] many = IntStream.range(0, 2_000)
                .mapToObj(i -> new Packed("p" + i, new byte[1]))
                .toArray(Packed[]::new);
        from.keeps(Town.LAON, many);
        Exported first = Exported.from(from);
        Refusal.of(
                TransferError.TRUNCATED,
                () -> to.transfer.importFrom(
                        new ByteArrayInputStream(first.bytes(), 0, first.bytes().length - 10), step -> {}));
        from.keeps(Town.LAON, new Packed("a", new byte[1]));
        Exported second = Exported.from(from);
        NeoException refusal =
                Refusal.of(TransferError.OTHER_FILE, () -> to.transfer.resume(second.stream(), step -> {}));
        assertThat(refusal.facts()).containsEntry("chunk", 2L);
        to.transfer.resume(first.stream(), step -> {});
        assertThat(Exported.from(to).documents()).isEqualTo(first.documents());
    }

    @Test
    void collectionsThatAreNewerOrOfAnotherKindAreNamed() {
        Exported exported = Exported.from(from);
        NeoException newer = Refusal.of(
                TransferError.SCHEMA,
                () -> to.transfer.importFrom(
                        rewritten(exported, replacing("\"packed\",\"schema\":1", "\"packed\",\"schema\":2")),
                        step -> {}));
        assertThat(newer.facts())
                .containsEntry("collection", "packed")
                .containsEntry("found", 2)
                .containsEntry("known", 1);
        Refusal.of(
                TransferError.SCHEMA,
                () -> to.transfer.importFrom(
                        rewritten(
                                exported,
                                replacing(
                                        "\"packed\",\"schema\":1,\"body\":\"binary\"",
                                        "\"packed\",\"schema\":1,\"body\":\"json\"")),
                        step -> {}));
    }

    @Test
    void aDocumentThatTheTargetCannotKeepIsNamedWithItsLine() {
        from.keeps(
                Town.LAON,
                new Loose("a", "{\"id\":\"a\",\"mark\":\"x\"}"),
                new Loose("b", "{\"id\":\"b\",\"mark\":\"y\"}"));
        Exported exported = Exported.from(from);
        for (UnaryOperator<String> change : List.of(
                replacing("\"mark\":\"y\"", "\"mark\":\"x\""),
                replacing("{\"id\":\"b\",", "{\"id\":\"c\","),
                replacing("{\"id\":\"b\",", "{\"ib\":\"b\","),
                replacing("\"tenant\":\"laon\",\"id\":\"b\"", "\"tenant\":\"shared\",\"id\":\"b\""),
                replacing("\"tenant\":\"laon\",\"id\":\"b\"", "\"tenant\":\"LAON\",\"id\":\"b\""),
                replacing("\"mark\":\"y\"", "\"mark\":7"))) {
            try (Town target = Engine.inMemory()) {
                NeoException refusal = Refusal.of(
                        TransferError.DOCUMENT,
                        () -> target.transfer.importFrom(rewritten(exported, change), step -> {}));
                assertThat(refusal.facts())
                        .containsEntry("line", 3L)
                        .containsEntry("collection", "loose")
                        .containsEntry("id", "b");
                target.transfer.requireComplete();
                assertThat(Exported.from(target).documents()).isEmpty();
            }
        }
    }

    @Test
    void theReasonOfADocumentIsInTheReadersLanguage() {
        from.keeps(
                Town.LAON,
                new Loose("a", "{\"id\":\"a\",\"mark\":\"x\"}"),
                new Loose("b", "{\"id\":\"b\",\"mark\":\"y\"}"));
        Exported exported = Exported.from(from);
        NeoException refusal = Refusal.of(
                TransferError.DOCUMENT,
                () -> to.transfer.importFrom(
                        rewritten(exported, replacing("\"mark\":\"y\"", "\"mark\":\"x\"")), step -> {}));
        assertThat(refusal.message(Locale.FRENCH))
                .contains("ligne 3")
                .contains("Un autre document de loose a déjà cette valeur pour by_mark.");
        assertThat(refusal.message(Locale.ENGLISH)).contains("line 3").contains("by_mark");
    }

    @Test
    void aDocumentLineThatIsWrittenOtherwiseIsRefused() {
        from.keeps(Town.LAON, new Loose("b", "{\"id\":\"b\",\"n\":1000,\"o\":2}"));
        from.keeps(Town.LAON, new Packed("p", new byte[] {1}));
        Exported exported = Exported.from(from);
        for (UnaryOperator<String> change : List.of(
                replacing("\"n\":1000", "\"n\":1e3"),
                replacing("\"n\":1000,\"o\":2", "\"o\":2,\"n\":1000"),
                replacing("\"n\":1000", "\"n\":1000,\"n\":1000"),
                replacing("\"id\":\"b\",\"json\"", "\"id\":\"\\u0062\",\"json\""),
                replacing("\"base64\":\"AXAB\"", "\"base64\":\"AXAB====\""),
                replacing("\"base64\":\"AXAB\"", "\"base64\":\"AX AB\""),
                line -> line.startsWith("{\"collection\":\"loose\",") ? line.substring(0, line.length() - 1) : line,
                line -> line.startsWith("{\"collection\":\"loose\",") ? "{\"collection\":\"loose" : line)) {
            try (Town target = Engine.inMemory()) {
                Refusal.of(
                        TransferError.ALTERED,
                        () -> target.transfer.importFrom(rewritten(exported, change), step -> {}));
            }
        }
    }

    @Test
    void somebodyWhoWritesMeanwhileIsNoticed() {
        from.books(Town.LAON, 1);
        Exported exported = Exported.from(from);
        NeoException refusal = Refusal.of(
                TransferError.DIFFERENT,
                () -> to.transfer.importFrom(
                        exported.stream(), step -> to.keeps(Town.CHAUNY, new Packed("own", new byte[0]))));
        assertThat(refusal.facts()).containsEntry("collection", "packed");
        Refusal.of(TransferError.UNFINISHED, to.transfer::requireComplete);
    }

    @Test
    void twoImportsIntoOneStoreDoNotMix() {
        from.books(Town.LAON, 1);
        Exported exported = Exported.from(from);
        Refusal.of(
                TransferError.UNFINISHED,
                () -> to.transfer.importFrom(exported.stream(), step -> {
                    // While the first is at its last step, another one comes and is refused.
                    to.transfer.importFrom(exported.stream(), inner -> {});
                }));
        to.transfer.resume(exported.stream(), step -> {});
        assertThat(Exported.from(to).documents()).isEqualTo(exported.documents());
    }

    @Test
    void anInterruptedThreadGivesUpAndKeepsItsFlag() {
        from.books(Town.LAON, 1);
        Exported exported = Exported.from(from);
        for (Runnable work : List.<Runnable>of(
                () -> Exported.from(from), () -> to.transfer.importFrom(exported.stream(), step -> {}))) {
            Thread.currentThread().interrupt();
            try {
                StorageException refusal = Objects.requireNonNull(
                        Assertions.catchThrowableOfType(StorageException.class, work::run), "nothing happened");
                assertThat(refusal.errorCode()).isEqualTo(CoreError.STORAGE_INTERRUPTED);
            } finally {
                assertThat(Thread.interrupted()).as("the flag").isTrue();
            }
        }
    }

    @Test
    void withinATransactionNothingIsMoved() {
        Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> from.neo.store().write(Contention.none(), tx -> Exported.from(from)));
    }

    @Test
    void aStreamThatFailsIsSaid() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("no space left");
            }
        };
        NeoException refusal = Refusal.of(TransferError.FILE, () -> from.transfer.exportTo(full, step -> {}));
        assertThat(refusal.facts()).containsEntry("reason", "no space left");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("stale handle");
            }

            @Override
            public int read(byte[] into, int at, int length) throws IOException {
                return read();
            }
        };
        Refusal.of(TransferError.FILE, () -> to.transfer.importFrom(broken, step -> {}));
    }

    @Test
    void whatTheListenerThrowsEndsTheWork() {
        from.books(Town.LAON, 1);
        Exported exported = Exported.from(from);
        Assertions.assertThatThrownBy(() -> to.transfer.importFrom(exported.stream(), step -> {
                    throw new IllegalArgumentException("enough");
                }))
                .hasMessage("enough");
        to.transfer.resume(exported.stream(), step -> {});
        assertThat(Exported.from(to).documents()).isEqualTo(exported.documents());
    }
}
