package fr.aisneneo.core.receipts;

import static fr.aisneneo.core.receipts.Town.ANNE;
import static fr.aisneneo.core.receipts.Town.BRUNO;
import static fr.aisneneo.core.receipts.Town.CLERK;
import static fr.aisneneo.core.receipts.Town.LAON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier.InvalidReceiptException;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsTest {
    private final Town town = open();

    /** Chooses the engine. */
    Town open() {
        return Town.inMemory();
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void whatSomebodySaidIsProvedByTheirReceiptAlone() throws InvalidReceiptException {
        town.saysMuch(300);
        Event event = town.says(ANNE, "Bonjour à toutes et à tous");
        town.saysMuch(5);
        String receipt = town.receipts.receipt(ANNE, event.id()).text();
        assertThat(new ReceiptVerifier(town.key()).verify(receipt))
                .contains("\"Bonjour à toutes et à tous\"")
                .contains("\"position\":301")
                .contains(ANNE.party().text());
    }

    @Test
    void aReceiptStaysValidWhenTheLogGrows() throws InvalidReceiptException {
        Event event = town.says(ANNE, "Oui");
        String receipt = town.receipts.receipt(ANNE, event.id()).text();
        town.saysMuch(1_100);
        town.receipts.seal(CLERK);
        assertThat(new ReceiptVerifier(town.key()).verify(receipt)).contains("Oui");
        assertThat(new ReceiptVerifier(town.key())
                        .verify(town.receipts.receipt(ANNE, event.id()).text()))
                .contains("Oui");
    }

    @Test
    void anAlteredReceiptProvesNothing() throws InvalidReceiptException {
        town.saysMuch(3);
        Event event = town.says(ANNE, "Oui");
        String receipt = town.receipts.receipt(ANNE, event.id()).text();
        ReceiptVerifier verifier = new ReceiptVerifier(town.key());
        for (int at = 0; at < receipt.length(); at++) {
            char wrong = receipt.charAt(at) == 'A' ? 'B' : 'A';
            String altered = receipt.substring(0, at) + wrong + receipt.substring(at + 1);
            assertThatExceptionOfType(InvalidReceiptException.class)
                    .as("character %s", at)
                    .isThrownBy(() -> verifier.verify(altered));
            String cut = receipt.substring(0, at);
            assertThatExceptionOfType(InvalidReceiptException.class)
                    .as("cut at %s", at)
                    .isThrownBy(() -> verifier.verify(cut));
        }
    }

    @Test
    void aReceiptOfAnotherLogOrKeyProvesNothing() throws InvalidReceiptException {
        Event event = town.says(ANNE, "Oui");
        String receipt = town.receipts.receipt(ANNE, event.id()).text();
        for (String key : List.of(
                LogSigner.generate("laon.example/neo").verifierKey(LAON),
                town.signer.verifierKey(new TenantId("soissons")))) {
            assertThatExceptionOfType(InvalidReceiptException.class)
                    .isThrownBy(() -> new ReceiptVerifier(key).verify(receipt));
        }
        for (String key : List.of("", "a+b", town.key().replace("+", "-"), town.key() + "A")) {
            assertThatExceptionOfType(InvalidReceiptException.class).isThrownBy(() -> new ReceiptVerifier(key));
        }
    }

    @Test
    void theVerifierIsOneFileThatRunsByItself(@TempDir Path directory) throws IOException, InterruptedException {
        Event event = town.says(ANNE, "Oui");
        Path receipt = directory.resolve("receipt.txt");
        Files.writeString(receipt, town.receipts.receipt(ANNE, event.id()).text());
        // In folders of its package's name, as JDK 22 and newer want it.
        String name = "fr/aisneneo/core/receipts/verifier/ReceiptVerifier.java";
        Path copy = directory.resolve(name);
        Files.createDirectories(copy.getParent());
        Files.copy(Path.of("src/main/java").resolve(name), copy);
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        copy.toString(),
                        town.key(),
                        receipt.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(verifier.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(verifier.waitFor()).as(output).isZero();
        assertThat(output).contains("\"words\":\"Oui\"");
    }

    @Test
    void aMemberHasReceiptsOfTheirOwnEventsOnly() {
        Event event = town.says(ANNE, "Oui");
        assertThat(town.receipts.receipt(CLERK, event.id()).index()).isZero();
        assertThat(town.receipts.receipt(CLERK, 1)).isEqualTo(town.receipts.receipt(ANNE, 1));
        for (UUID id : List.of(event.id(), new UUID(9, 9))) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> town.receipts.receipt(BRUNO, id))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("receipts.not_found"));
        }
        for (long position : new long[] {1, 2, 0, -1, Long.MAX_VALUE}) {
            assertThatExceptionOfType(NotFoundException.class)
                    .isThrownBy(() -> town.receipts.receipt(BRUNO, position))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("receipts.not_found"));
        }
        Actor visitor = Actor.of(new PartyId(new UUID(9, 9)), LAON);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.receipts.receipt(visitor, 1));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> town.receipts.receipt(visitor, event.id()));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.receipts.seal(ANNE));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.receipts.audit(ANNE));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.receipts.consistency(ANNE, 1));
    }

    @Test
    void eachTenantHasALogOfItsOwn() {
        town.saysMuch(3);
        Actor neighbour = Actor.of(new PartyId(new UUID(2, 2)), new TenantId("soissons"), Role.ADMINISTRATOR);
        assertThat(town.receipts.seal(neighbour).size()).isZero();
        assertThat(town.receipts.seal(CLERK).size()).isEqualTo(3);
        assertThat(town.receipts.seal(neighbour).origin()).isEqualTo("laon.example/neo/soissons");
    }

    @Test
    void sealingAgainChangesNothing() {
        town.saysMuch(2);
        Checkpoint first = town.receipts.seal(CLERK);
        assertThat(town.receipts.seal(CLERK)).isEqualTo(first);
        assertThat(first.note())
                .startsWith("laon.example/neo/laon\n2\n" + first.root() + "\n\n— laon.example/neo/laon ");
    }

    @Test
    void theProofThatALogOnlyGrewNeedsASizeThatWasSealed() {
        town.saysMuch(7);
        town.receipts.seal(CLERK);
        assertThat(town.receipts.consistency(CLERK, 7).hashes()).isEmpty();
        assertThat(town.receipts.consistency(CLERK, 3).hashes()).hasSize(4);
        for (long size : new long[] {0, -1, 8}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> town.receipts.consistency(CLERK, size))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("receipts.size"));
        }
    }

    @Test
    void manyMaySealAndSpeakAtOnce() throws InvalidReceiptException {
        IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int round = 0; round < 20; round++) {
                        Event event = town.says(ANNE, thread + " " + round);
                        town.receipts.receipt(ANNE, event.id());
                    }
                }))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(town.receipts.audit(CLERK).orElseThrow().size()).isEqualTo(160);
    }

    @Test
    void theKeyFileIsMadeOnceAndForItsOwner(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("log");
        LogSigner made = LogKeyFile.open("laon.example/neo", file);
        assertThat(LogKeyFile.open("laon.example/neo", file).verifierKey(LAON)).isEqualTo(made.verifierKey(LAON));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> LogKeyFile.open("laon.example/neo", file))
                .satisfies(e -> assertThat(e.code()).isEqualTo("receipts.key"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "gibberish");
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> LogKeyFile.open("laon.example/neo", file))
                .satisfies(e -> assertThat(e.code()).isEqualTo("receipts.key"));
    }

    @Test
    void aLogThatWasSealedGoesOnAfterARestart(@TempDir Path directory) {
        String storage = "rocksdb:" + directory.resolve("store");
        LogSigner signer = LogKeyFile.open("laon.example/neo", directory.resolve("key"));
        Checkpoint before;
        try (Neo neo = Neo.open(storage)) {
            neo.journal()
                    .append(
                            ANNE,
                            Town.SAID,
                            new fr.aisneneo.core.event.Aggregate("speech", "s1"),
                            new Town.Said("Oui", 1));
            before = Receipts.of(neo, signer).seal(CLERK);
        }
        try (Neo neo = Neo.open(storage)) {
            Receipts receipts = Receipts.of(neo, signer);
            assertThat(receipts.audit(CLERK)).contains(before);
            neo.journal()
                    .append(
                            ANNE,
                            Town.SAID,
                            new fr.aisneneo.core.event.Aggregate("speech", "s1"),
                            new Town.Said("Non", 1));
            assertThat(receipts.seal(CLERK).size()).isEqualTo(2);
        }
    }
}
