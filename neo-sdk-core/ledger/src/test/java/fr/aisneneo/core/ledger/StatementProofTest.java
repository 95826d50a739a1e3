package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.proof.NotProvedException;
import fr.aisneneo.core.ledger.proof.ProvedLine;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.ledger.proof.StatementProof;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StatementProofTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE);
    private final AccountId bruno = town.member(BRUNO);
    private final LogSigner signer = LogSigner.generate("laon.example/neo");
    private final Receipts receipts = Receipts.of(town.neo, signer);

    private StatementProof proof(Instant from, Instant to) {
        return town.ledger.history().proofs().statement(ANNE, anne, from, to);
    }

    /** What the town hands out, checked with its published key. */
    private Map<UUID, String> proved(StatementProof proof) throws Exception {
        ReceiptVerifier verifier = new ReceiptVerifier(signer.verifierKey(Town.TENANT));
        Map<UUID, String> events = new HashMap<>();
        List<ProvedLine> lines = new ArrayList<>(proof.lines());
        if (proof.next() != null) {
            lines.add(proof.next());
        }
        for (ProvedLine line : lines) {
            UUID event = line.transfer().event();
            events.put(event, verifier.verify(receipts.receipt(CHIEF, event).text()));
        }
        return events;
    }

    @Test
    void aMemberProvesAStatementWithNothingButAKeyAndTexts() throws Exception {
        town.give(anne, 1_000);
        town.advance(Duration.ofHours(1));
        Instant from = town.now();
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 60));
        town.advance(Duration.ofHours(1));
        Instant to = town.now();
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 5));
        StatementProof proof = proof(from, to);
        String text = proof.text();
        StatementProof read = StatementProof.parse(text);
        assertThat(read.verify(proved(proof))).isEqualTo(new Counters(0, 60, 0, 1_000));
        assertThat(read.opening()).isEqualTo(new Counters(0, 0, 0, 1_000));
        assertThat(read.complete()).isTrue();
        assertThat(text)
                .as("nothing of the payee's account but its id")
                .doesNotContain(town.ledger
                        .history()
                        .proofs()
                        .statement(BRUNO, bruno, from, to)
                        .lines()
                        .get(0)
                        .seal()
                        .salt());
    }

    /** A hold that is set aside and released comes to nothing: no sum would show that both lines are missing. */
    @Test
    void whatComesToNothingCannotBeLeftOutEither() throws Exception {
        Instant from = town.now();
        town.give(anne, 1_000);
        TransferRequest hold = town.hold(anne, bruno, 100, 0);
        town.ledger.transfer(ANNE, hold);
        town.ledger.transfer(BRUNO, TransferRequest.release(town.id(), hold.id()));
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 60));
        StatementProof proof = proof(from, town.now().plusSeconds(1));
        Map<UUID, String> events = proved(proof);
        assertThat(proof.verify(events)).isEqualTo(new Counters(0, 60, 0, 1_000));
        List<ProvedLine> without = List.of(proof.lines().get(0), proof.lines().get(3));
        StatementProof shorter =
                new StatementProof(proof.account(), proof.from(), proof.to(), proof.opening(), without, null);
        assertThatExceptionOfType(NotProvedException.class)
                .isThrownBy(() -> shorter.verify(events))
                .withMessage("a line between two others is missing");
    }

    @Test
    void whatExpiredIsALineAlthoughNobodyWroteItDown() throws Exception {
        town.give(anne, 1_000);
        town.ledger.transfer(ANNE, town.hold(anne, bruno, 100, 60));
        town.ledger.transfer(ANNE, town.hold(anne, bruno, 10, 6_000));
        Instant from = town.now().plusSeconds(30);
        town.advance(Duration.ofSeconds(90));
        Instant to = town.now();
        Statement before = town.ledger.history().statement(ANNE, anne, from, to);
        StatementProof proof = proof(from, to);
        assertThat(proof.lines())
                .extracting(line -> line.transfer().leaf().kind())
                .containsExactly(TransferKind.EXPIRY);
        assertThat(proof.verify(proved(proof))).isEqualTo(before.closing()).isEqualTo(new Counters(10, 0, 0, 1_000));
        assertThat(proof.opening()).isEqualTo(before.opening());
        assertThat(town.ledger.history().statement(ANNE, anne, from, to).closing())
                .isEqualTo(before.closing());
        assertThat(proof(from, to)).as("nothing is left to write down").isEqualTo(proof);
    }

    @Test
    void theFirstTransferOfAnAccountSaysSo() throws Exception {
        town.give(anne, 1_000);
        StatementProof proof = proof(Instant.EPOCH, town.now().plusSeconds(1));
        assertThat(proof.lines().get(0).seal().previous()).isEqualTo(SideSeal.FIRST);
        assertThat(proof.complete()).isFalse();
        assertThat(proof.verify(proved(proof))).isEqualTo(new Counters(0, 0, 0, 1_000));
        StatementProof richer = new StatementProof(
                proof.account(), proof.from(), proof.to(), new Counters(0, 5, 0, 5), proof.lines(), null);
        assertThatExceptionOfType(NotProvedException.class)
                .isThrownBy(() -> richer.verify(proved(proof)))
                .withMessage("a line before the first one is missing");
    }

    @Test
    void aTextThatIsNoProofIsRefused() {
        town.give(anne, 1_000);
        String text = proof(Instant.EPOCH, town.now().plusSeconds(1)).text();
        for (String wrong : List.of(
                "",
                text.replace("@v1", "@v2"),
                text.replace("lines 1", "lines 3"),
                text.replace("lines 1", "lines -1"),
                text.replace("opening 0 0 0 0", "opening 0 0 0"),
                text.replace("opening 0 0 0 0", "opening 0 0 -1 0"),
                text.replace("opening 0 0 0 0", "opening 0 0 9999999999999999999 0"),
                text.replaceFirst("from .*", "from yesterday"),
                text.replaceFirst("account .*", "account mine"),
                text.replaceFirst("seal .*", "seal"),
                text.replaceFirst("seal .*", ""),
                text.replaceFirst("leaf .*", "leaf AAAA"),
                text.replaceFirst("index .*", "index x"))) {
            assertThatExceptionOfType(NotProvedException.class).isThrownBy(() -> StatementProof.parse(wrong));
        }
    }

    @Test
    void nobodyHasAProofOfTheAccountOfOthers() {
        town.give(anne, 1_000);
        LedgerProofs proofs = town.ledger.history().proofs();
        assertThat(catchThrowableOfType(
                                NotFoundException.class, () -> proofs.statement(BRUNO, anne, Instant.EPOCH, town.now()))
                        .code())
                .isEqualTo("ledger.account.unknown");
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> proofs.statement(ANNE, anne, town.now(), Instant.EPOCH))
                        .code())
                .isEqualTo("input.reversed");
    }
}
