package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.internal.kept.RecordCodec;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What is in stores already must be read for ever: the places of constants, and the bytes of a transfer. */
class StoredFormTest {
    @Test
    void constantsKeepTheirPlaces() {
        assertThat(TransferKind.values())
                .containsExactly(
                        TransferKind.SINGLE,
                        TransferKind.PENDING,
                        TransferKind.POST,
                        TransferKind.VOID,
                        TransferKind.EXPIRY,
                        TransferKind.REVERSAL);
        assertThat(TransferFlag.values())
                .startsWith(
                        TransferFlag.LINKED,
                        TransferFlag.BALANCING_DEBIT,
                        TransferFlag.BALANCING_CREDIT,
                        TransferFlag.CLOSING_DEBIT,
                        TransferFlag.CLOSING_CREDIT);
        assertThat(AccountFlag.values())
                .startsWith(
                        AccountFlag.NO_DEBIT_OVER_CREDIT,
                        AccountFlag.NO_CREDIT_OVER_DEBIT,
                        AccountFlag.HISTORY,
                        AccountFlag.CLEARING);
        assertThat(Hold.State.values())
                .startsWith(Hold.State.OPEN, Hold.State.POSTED, Hold.State.VOIDED, Hold.State.EXPIRED);
    }

    @Test
    void aTransferThatWasWrittenOnceIsReadAndWrittenTheSame() {
        String kept = "01df0108" + "0000000000000008000000000000000a" + "00000000000000070000000000000001"
                + "00000000000000070000000000000002" + "ac0207" + "00064fb1d4f3c000" + "3c"
                + "00000000000000080000000000000001" + "00000000000000080000000000000002"
                + "00000000000000080000000000000003" + "13" + "ac02000000" + "00000000000000080000000000000004";
        byte[] body = HexFormat.of().parseHex(kept);
        Entry entry = (Entry) new RecordCodec().decode(body);
        assertThat(entry.kind()).isEqualTo(TransferKind.PENDING);
        assertThat(entry.amount()).isEqualTo(300);
        assertThat(entry.flags()).containsExactly(TransferFlag.CLOSING_DEBIT);
        assertThat(entry.number()).isEqualTo(-10);
        assertThat(new RecordCodec().encode(entry)).isEqualTo(body);
    }
}
