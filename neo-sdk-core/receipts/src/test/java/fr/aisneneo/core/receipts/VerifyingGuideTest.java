package fr.aisneneo.core.receipts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.receipts.verifier.LogVerifier;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier.InvalidReceiptException;
import fr.aisneneo.core.tenant.TenantId;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide, run; and the guide, held to it. */
class VerifyingGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCE = Path.of("src/test/java/fr/aisneneo/core/receipts/VerifyingGuideTest.java");
    private static final int EVENTS = 1_234;

    private final Actor administrator = Town.CLERK;
    private final Actor anne = Town.ANNE;
    private final Neo neo = Neo.open("memory:");

    @TempDir
    private Path keys;

    private Receipts receipts;
    private String published;
    private Event event;
    private Path file;

    @BeforeEach
    void aTownSpeaks() {
        LogSigner signer = LogKeyFile.open("laon.example/neo", keys.resolve("log"));
        Receipts receipts = Receipts.of(neo, signer);
        System.out.println("À publier : " + signer.verifierKey(new TenantId("laon")));
        this.receipts = receipts;
        published = signer.verifierKey(new TenantId("laon"));
        file = keys.resolve("leaves.jsonl");
        neo.atomically(() -> {
            for (int i = 0; i < EVENTS; i++) {
                event = neo.journal()
                        .append(anne, Town.SAID, new Aggregate("speech", "s1"), new Town.Said("«\u00a0Élan\n" + i, i));
            }
        });
    }

    @AfterEach
    void close() {
        neo.close();
    }

    @Test
    void aReceiptIsGivenAndVerified() throws InvalidReceiptException {
        String receipt = receipts.receipt(anne, event.id()).text();
        assertThat(new ReceiptVerifier(published).verify(receipt)).contains("\"position\":" + EVENTS);
    }

    private void export() throws IOException {
        try (BufferedWriter export = Files.newBufferedWriter(file)) {
            long position = 0;
            List<String> leaves;
            do {
                leaves = receipts.leaves(administrator, position, 1_000);
                for (String leaf : leaves) {
                    export.write(leaf + "\n");
                }
                position += leaves.size();
            } while (!leaves.isEmpty());
        }
    }

    private void verify(String checkpoint) throws IOException, InvalidReceiptException {
        LogVerifier log = new LogVerifier();
        for (String leaf : Files.readAllLines(file)) {
            log.add(leaf.getBytes(StandardCharsets.UTF_8));
        }
        log.verify(published, checkpoint);
    }

    @Test
    void aJournalThatWasExportedIsVerifiedAndAnyChangeIsFound() throws IOException, InvalidReceiptException {
        String checkpoint = receipts.seal(administrator).note();
        export();
        List<String> leaves = Files.readAllLines(file);
        assertThat(leaves).hasSize(EVENTS);
        verify(checkpoint);

        List<String> altered = new ArrayList<>(leaves);
        altered.set(700, leaves.get(700).replace("Élan", "Elan"));
        List<String> missing = new ArrayList<>(leaves);
        missing.remove(EVENTS - 1);
        List<String> swapped = new ArrayList<>(leaves);
        Collections.swap(swapped, 3, 1_000);
        for (List<String> wrong : List.of(altered, missing, swapped)) {
            Files.write(file, wrong);
            assertThatExceptionOfType(InvalidReceiptException.class).isThrownBy(() -> verify(checkpoint));
        }
        Files.write(file, leaves);
        assertThatExceptionOfType(InvalidReceiptException.class)
                .isThrownBy(() -> verify(checkpoint.replace("\n" + EVENTS + "\n", "\n" + (EVENTS - 1) + "\n")))
                .withMessage("the signature is wrong");
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> receipts.leaves(anne, 0, 10));
    }

    @Test
    void theVerifierRunsByItself() throws IOException, InterruptedException {
        Path checkpoint = Files.writeString(
                keys.resolve("checkpoint.txt"), receipts.seal(administrator).note());
        export();
        assertThat(run(checkpoint)).isEqualTo("0 Verified: " + EVENTS + " leaves");
        Files.writeString(file, Files.readString(file).replaceFirst("Élan", "Elan"));
        assertThat(run(checkpoint)).isEqualTo("1 Not proved: the leaves are not those that were signed");
    }

    private String run(Path checkpoint) throws IOException, InterruptedException {
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/classes",
                        LogVerifier.class.getName(),
                        published,
                        checkpoint.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return verifier.waitFor() + " " + output.strip();
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        String source = withoutIndentation(Files.readString(SOURCE));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/verifying-a-receipt.md")));
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(source).contains(withoutIndentation(blocks.group(1)));
        }
        assertThat(found).isEqualTo(4);
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }
}
