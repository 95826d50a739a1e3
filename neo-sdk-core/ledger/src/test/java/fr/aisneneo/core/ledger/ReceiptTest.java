package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.CREATED;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXCEEDS_DEBIT_ACCOUNT_LIMIT;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXISTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.ledger.proof.TransferLeaf;
import fr.aisneneo.core.ledger.proof.TransferProof;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipt;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiptTest {
    @RegisterExtension
    private final Town town = new Town();

    @Test
    void whoPaidGetsAReceiptThatNamesTheTransferAndCommitsToIt() {
        Receipts receipts = Receipts.of(town.neo, LogSigner.generate("laon.example/neo"));
        AccountId anne = town.member(ANNE, 100);
        AccountId bruno = town.member(BRUNO);
        TransferResult paid = town.ledger.transfer(ANNE, town.pay(anne, bruno, 60));
        UUID event = paid.transfer().event();
        Receipt receipt = receipts.receipt(ANNE, event);
        assertThat(receipt.event()).contains(paid.id().text()).contains("root");
        assertThat(catchThrowableOfType(NotFoundException.class, () -> receipts.receipt(BRUNO, event)))
                .as("the payee has the transfer, the receipt is the payer's")
                .isNotNull();
        assertThat(town.ledger
                        .transfer(ANNE, town.pay(anne, bruno, 40))
                        .transfer()
                        .event())
                .isNotEqualTo(event);
    }

    /** Nothing but the published key and two texts. */
    @Test
    void aThirdPartyVerifiesATransferOffline() throws Exception {
        LogSigner signer = LogSigner.generate("laon.example/neo");
        Receipts receipts = Receipts.of(town.neo, signer);
        AccountId anne = town.member(ANNE, 1_000);
        AccountId bruno = town.member(BRUNO);
        List<TransferRequest> batch = new ArrayList<>();
        for (int amount = 1; amount <= 11; amount++) {
            batch.add(town.pay(anne, bruno, amount));
        }
        List<TransferResult> paid = town.ledger.submit(ANNE, batch);
        UUID event = paid.get(0).transfer().event();

        String published = signer.verifierKey(Town.TENANT);
        String receiptText = receipts.receipt(ANNE, event).text();
        for (int index = 0; index < batch.size(); index++) {
            String proofText = paid.get(index).proof().text();
            assertThat(town.ledger
                            .history()
                            .proofs()
                            .transfer(BRUNO, batch.get(index).id())
                            .text())
                    .as("later, and to the payee")
                    .isEqualTo(proofText);

            String proved = new ReceiptVerifier(published).verify(receiptText);
            TransferLeaf transfer = TransferProof.parse(proofText).verify(proved);
            assertThat(transfer.id()).isEqualTo(batch.get(index).id().value());
            assertThat(transfer.amount()).isEqualTo(index + 1);
            assertThat(transfer.at()).isEqualTo(paid.get(index).transfer().at());
            assertThat(OfflineVerifier.verified(proofText, proved)).isEqualTo(transfer.bytes());
        }
    }

    @Test
    void theVerifierNeedsNoOtherLibrary() throws Exception {
        Receipts receipts = Receipts.of(town.neo, LogSigner.generate("laon.example/neo"));
        AccountId anne = town.member(ANNE, 1_000);
        TransferResult paid = town.ledger.transfer(ANNE, town.pay(anne, town.member(BRUNO), 60));
        String event = receipts.receipt(ANNE, paid.transfer().event()).event();
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        "target/classes" + File.pathSeparator + "target/test-classes",
                        OfflineVerifier.class.getName(),
                        base64(paid.proof().text()),
                        base64(event))
                .redirectErrorStream(true)
                .start();
        assertThat(new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("TransferLeaf[SINGLE " + paid.id() + ": 60 from ");
        assertThat(verifier.waitFor()).isZero();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aProofIsForWhatIsDoneNowOrBefore() throws Exception {
        AccountId anne = town.member(ANNE, 100);
        AccountId bruno = town.member(BRUNO);
        TransferRequest bread = town.pay(anne, bruno, 60);
        TransferRequest more = town.pay(anne, bruno, 60);
        List<TransferResult> first = town.ledger.submit(ANNE, List.of(bread, bread, more));
        assertThat(first)
                .extracting(TransferResult::status)
                .containsExactly(CREATED, EXISTS, EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        assertThat(first.get(2).proof()).isNull();
        TransferResult again = town.ledger.transfer(ANNE, bread);
        assertThat(again.proof())
                .isEqualTo(first.get(0).proof())
                .isEqualTo(first.get(1).proof());
        assertThat(again.proof().root()).hasSize(64);
        AccountId carla = town.house(Side.CREDIT);
        TransferResult others = town.ledger.transfer(CHIEF, town.pay(town.issue, carla, 5));
        assertThat(catchThrowableOfType(
                        NotFoundException.class,
                        () -> town.ledger.history().proofs().transfer(ANNE, others.id())))
                .as("a transfer of others")
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFoundException.class,
                        () -> town.ledger.history().proofs().transfer(CHIEF, more.id())))
                .as("what failed")
                .isNotNull();
    }

    /** The first transfer of a tenant makes what its proofs are salted with, and here it is taken back. */
    @Test
    void whatWasTakenBackIsOfNoUseForLaterProofs() throws Exception {
        AccountId anne = town.member(ANNE);
        assertThat(catchThrowableOfType(
                        IllegalArgumentException.class,
                        () -> town.neo.atomically(() -> {
                            town.give(anne, 5);
                            throw new IllegalArgumentException("everything back");
                        })))
                .isNotNull();
        TransferRequest request = town.pay(town.issue, anne, 5);
        TransferResult paid = town.ledger.transfer(CHIEF, request);
        assertThat(Ledger.of(town.neo).history().proofs().transfer(CHIEF, request.id()))
                .isEqualTo(paid.proof());
    }

    @Test
    void whatWasTamperedWithIsNotProved() {
        AccountId anne = town.member(ANNE, 100);
        TransferResult paid = town.ledger.transfer(ANNE, town.pay(anne, town.member(BRUNO), 60));
        town.neo.store().write(Contention.none(), tx -> {
            Documents<LedgerRecord> records = tx.documents(LedgerCollections.RECORDS, Town.TENANT);
            Document<LedgerRecord> known = records.require(paid.id().text());
            Entry entry = (Entry) known.value();
            return records.update(entry.left(new Counters(0, 61, 0, 100), entry.creditAfter()), known.version());
        });
        assertThat(catchThrowableOfType(
                                StorageException.class,
                                () -> town.ledger.history().proofs().transfer(ANNE, paid.id()))
                        .code())
                .isEqualTo("ledger.event.damaged");
    }
}
