package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.proof.NotProvedException;
import fr.aisneneo.core.ledger.proof.TransferProof;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger knows when its process has ended and another one opens the store. */
@Tag("heavy")
class ReopenedLedgerTest {
    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-11-26T09:00:00Z"));

    @TempDir
    private Path folder;

    private Town open() {
        return new Town("rocksdb:" + folder.resolve("store"), clock);
    }

    @Test
    void aRestoredBackupIsTheSameDownToWhatTheJournalCommitsTo() throws NotProvedException {
        AuditReport before;
        TransferId paid;
        TransferProof proof;
        try (Town town = open()) {
            AccountId anne = town.member(ANNE, 1_000);
            AccountId bruno = town.member(BRUNO);
            paid = town.ledger
                    .submit(ANNE, List.of(town.pay(anne, bruno, 100), town.hold(anne, bruno, 5, 60)))
                    .get(0)
                    .id();
            proof = town.ledger.history().proofs().transfer(BRUNO, paid);
            before = town.ledger.history().audit(CHIEF);
            town.neo.store().checkpoint(folder.resolve("backup"));
            town.ledger.transfer(ANNE, town.pay(anne, bruno, 1));
        }
        try (Town restored = new Town("rocksdb:" + folder.resolve("backup"), clock)) {
            assertThat(restored.ledger.history().audit(CHIEF)).isEqualTo(before);
            assertThat(before.sound()).isTrue();
            assertThat(before.events()).isEqualTo(2);
            assertThat(restored.ledger.history().proofs().transfer(BRUNO, paid)).isEqualTo(proof);
            assertThat(proof.root()).hasSize(64);
        }
    }

    @Test
    void everythingThatWasSaidIsStillTrue() {
        AccountId anne;
        AccountId bruno;
        TransferRequest paid;
        TransferRequest failed;
        TransferRequest short1;
        TransferRequest endless;
        TransferResult first;
        Account before;
        try (Town town = open()) {
            anne = town.member(ANNE, 1_000);
            bruno = town.member(BRUNO);
            town.ledger.changeLimits(
                    CHIEF, anne, Limits.NEVER_OVERDRAWN.withMax(5_000).warning(10, 4_000));
            paid = town.pay(anne, bruno, 100);
            first = town.ledger.transfer(ANNE, paid);
            failed = town.pay(anne, bruno, 9_999);
            assertThat(town.status(failed)).isEqualTo(EXCEEDS_DEBIT_ACCOUNT_LIMIT);
            short1 = town.hold(anne, bruno, 200, 60);
            endless = town.hold(anne, bruno, 300, 0);
            town.ledger.transfer(ANNE, short1);
            town.ledger.transfer(ANNE, endless);
            town.ledger.transfer(
                    BRUNO, TransferRequest.reverse(town.id(), paid.id()).amount(40));
            before = town.account(anne);
        }
        clock.updateAndGet(instant -> instant.plusSeconds(30));
        try (Town town = open()) {
            assertThat(town.account(anne)).isEqualTo(before);
            assertThat(town.ledger.transfer(ANNE, paid))
                    .isEqualTo(new TransferResult(
                            paid.id(),
                            EXISTS,
                            first.transfer(),
                            first.debitAfter(),
                            first.creditAfter(),
                            first::proof));
            town.give(anne, 3_000);
            assertThat(town.status(failed)).isEqualTo(ID_ALREADY_FAILED);
            assertThat(town.status(TransferRequest.reverse(town.id(), paid.id()).amount(61)))
                    .isEqualTo(EXCEEDS_ORIGINAL_AMOUNT);
            clock.updateAndGet(instant -> instant.plusSeconds(31));
            assertThat(town.status(TransferRequest.post(town.id(), short1.id())))
                    .isEqualTo(PENDING_TRANSFER_EXPIRED);
            assertThat(town.status(TransferRequest.post(town.id(), endless.id())))
                    .isEqualTo(CREATED);
            assertThat(town.ledger.expireDue(CHIEF, 10)).isLessThanOrEqualTo(1);
            assertThat(town.account(anne).counters().debitsPending()).isZero();
        }
    }
}
