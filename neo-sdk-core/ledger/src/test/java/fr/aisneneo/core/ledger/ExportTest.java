package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Currency;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @RegisterExtension
    private final Town town = new Town();

    @TempDir
    private Path folder;

    @BeforeEach
    void live() {
        AccountId anne = town.member(ANNE, 1_000);
        AccountId bruno = town.member(BRUNO);
        TransferRequest paid = town.pay(anne, bruno, 305);
        town.ledger.transfer(ANNE, paid);
        town.advance(Duration.ofDays(3));
        TransferRequest hold = town.hold(anne, bruno, 200, 0);
        town.ledger.transfer(ANNE, hold);
        town.ledger.transfer(BRUNO, TransferRequest.post(town.id(), hold.id()).amount(150));
        town.ledger.transfer(
                BRUNO, TransferRequest.reverse(town.id(), paid.id()).amount(5));
        town.ledger.transfer(ANNE, town.hold(anne, bruno, 100, 60));
        Currency hours = new Currency("HEURE", 0);
        AccountId one = town.open(AccountTerms.house(hours, 2, Side.DEBIT), Limits.NONE);
        AccountId two = town.open(AccountTerms.house(hours, 2, Side.CREDIT), Limits.NONE);
        town.ledger.transfer(
                CHIEF,
                TransferRequest.pay(town.id(), one, two, fr.aisneneo.core.money.Money.ofMinorUnits(12, hours), 8));
    }

    @Test
    void csvHasALineForEachTransfer() {
        StringBuilder csv = new StringBuilder();
        town.ledger.export().csv(CHIEF, csv);
        List<String> lines = csv.toString().lines().toList();
        assertThat(lines).hasSize(1 + 7);
        assertThat(lines).allMatch(line -> line.split(",", -1).length == 13);
        assertThat(lines.get(2)).contains(",SINGLE,").contains(",3.05,AXO,7,");
        assertThat(lines).anyMatch(line -> line.contains(",PENDING,") && line.contains(",1.00,AXO,"));
        assertThat(lines).anyMatch(line -> line.contains(",12,HEURE,8,"));
    }

    @Test
    void hledgerFindsThatTheJournalBalancesAndComesToWhatTheLedgerSays() throws Exception {
        assumeThat(onPath("hledger")).as("hledger is on this machine").isTrue();
        StringBuilder journal = new StringBuilder();
        town.ledger.export().hledger(CHIEF, PARIS, journal);
        assertThat(run("hledger", "check", "--strict", "-f", file("whole.journal", journal.toString())))
                .isZero();
        String altered = journal.toString().replaceFirst("1\\.50 ", "1.51 ");
        assertThat(altered).isNotEqualTo(journal.toString());
        assertThat(run("hledger", "check", "--strict", "-f", file("altered.journal", altered)))
                .as("hledger looks")
                .isNotZero();
    }

    @Test
    void beancountFindsThatTheBooksBalanceAndComeToWhatTheLedgerSays() throws Exception {
        assumeThat(onPath("bean-check")).as("bean-check is on this machine").isTrue();
        StringBuilder books = new StringBuilder();
        town.ledger.export().beancount(CHIEF, PARIS, books);
        assertThat(run("bean-check", file("whole.beancount", books.toString()))).isZero();
        String altered = books.toString().replaceFirst("1\\.50 ", "1.51 ");
        assertThat(run("bean-check", file("altered.beancount", altered))).isNotZero();
    }

    @Test
    void beancountTextHasAnOpeningTwoPostingsForEachMovementAndABalance() {
        StringBuilder books = new StringBuilder();
        town.ledger.export().beancount(CHIEF, PARIS, books);
        List<String> lines = books.toString().lines().toList();
        assertThat(lines.stream().filter(line -> line.contains(" open "))).hasSize(5);
        assertThat(lines.stream().filter(line -> line.contains(" balance "))).hasSize(5);
        assertThat(lines.stream().filter(line -> line.contains(" * "))).hasSize(5);
        assertThat(lines.stream().filter(line -> line.startsWith("  "))).hasSize(10);
        assertThat(books)
                .contains("  -3.05 C-AXO-2\n")
                .contains("  3.05 C-AXO-2\n")
                .contains("  12 C-HEURE-0\n");
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    private static boolean onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(java.io.File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private int run(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("It hangs: " + String.join(" ", command));
        }
        return process.exitValue();
    }
}
