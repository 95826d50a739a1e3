package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is changed in the store behind the ledger's back is found. */
class AuditTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);
    private final List<TransferResult> paid = town.ledger.submit(
            ANNE, List.of(town.pay(anne, bruno, 60), town.pay(anne, bruno, 5), town.pay(anne, bruno, 7)));

    private UUID event() {
        return paid.get(0).transfer().event();
    }

    private AuditReport audit() {
        return town.ledger.history().audit(CHIEF);
    }

    private void tamper(int index, BiConsumer<Documents<LedgerRecord>, Document<LedgerRecord>> how) {
        town.neo.store().write(Contention.none(), tx -> {
            Documents<LedgerRecord> records = tx.documents(LedgerCollections.RECORDS, Town.TENANT);
            how.accept(records, records.require(paid.get(index).id().text()));
            return true;
        });
    }

    private static Entry changed(Entry entry, int code, UUID event) {
        return new Entry(
                entry.id(),
                entry.kind(),
                entry.debit(),
                entry.credit(),
                entry.amount(),
                entry.released(),
                entry.all(),
                code,
                entry.related(),
                entry.chain(),
                entry.timeoutSeconds(),
                entry.flags(),
                entry.reference(),
                entry.number(),
                entry.at(),
                entry.debitAfter(),
                entry.creditAfter(),
                event);
    }

    @Test
    void whatNobodyTouchedIsSound() {
        AuditReport report = audit();
        assertThat(report.sound()).isTrue();
        assertThat(report.accounts()).isEqualTo(3);
        assertThat(report.transfers()).isEqualTo(4);
        assertThat(report.events()).isEqualTo(2);
        assertThat(report.wrong()).isEmpty();
        assertThat(report.wrongEvents()).isEmpty();
        assertThat(report.untold()).isZero();
        assertThat(report.stateHash()).isEqualTo(audit().stateHash()).hasSize(64);
        assertThat(catchThrowableOfType(
                        ForbiddenException.class, () -> town.ledger.history().audit(ANNE)))
                .isNotNull();
    }

    @Test
    void aTransferThatWasChangedIsNotWhatItsEventCommitsTo() {
        tamper(1, (records, known) -> records.update(changed((Entry) known.value(), 8, event()), known.version()));
        AuditReport report = audit();
        assertThat(report.wrong()).as("the sums are still right").isEmpty();
        assertThat(report.wrongEvents()).containsExactly(event());
        assertThat(report.sound()).isFalse();
    }

    @Test
    void aTransferThatWasDeletedIsMissed() {
        tamper(2, (records, known) -> records.delete(known.value().id().toString(), known.version()));
        AuditReport report = audit();
        assertThat(report.wrong()).containsExactlyInAnyOrder(anne, bruno);
        assertThat(report.wrongEvents()).containsExactly(event());
        assertThat(report.untold()).isZero();
    }

    @Test
    void whereAllTransfersOfAnEventAreGoneItIsWrongToo() {
        for (int index = 0; index < 3; index++) {
            tamper(index, (records, known) -> records.delete(known.value().id().toString(), known.version()));
        }
        assertThat(audit().wrongEvents()).containsExactly(event());
    }

    @Test
    void aTransferThatNoEventTellsIsCounted() {
        tamper(0, (records, known) -> {
            Entry entry = (Entry) known.value();
            records.update(changed(entry, entry.code(), new UUID(1, 2)), known.version());
        });
        AuditReport report = audit();
        assertThat(report.untold()).isEqualTo(1);
        assertThat(report.wrongEvents()).containsExactly(event());
        assertThat(report.sound()).isFalse();
    }

    @Test
    void aLedgerInWhichNothingHappenedIsSound() {
        AuditReport report =
                town.ledger.history().audit(Actor.of(CHIEF.party(), new TenantId("soissons"), Role.ADMINISTRATOR));
        assertThat(report.sound()).isTrue();
        assertThat(report.events()).isZero();
    }
}
