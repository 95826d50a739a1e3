package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.internal.IdSecret;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Overdraft;
import fr.aisneneo.core.ledger.internal.kept.RecordCodec;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.storage.DocumentCodec;
import java.util.HexFormat;
import java.util.UUID;
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

    /** Computed elsewhere: HMAC-SHA256 over the purpose, the id and the number. */
    @Test
    void aSecretThatWasWrittenOnceGivesTheSameIds() {
        byte[] body =
                HexFormat.of().parseHex("01" + "000102030405060708090a0b0c0d0e0f" + "101112131415161718191a1b1c1d1e1f");
        DocumentCodec<IdSecret> codec = OwnIds.SECRETS.codec().orElseThrow();
        IdSecret secret = codec.decode(body);
        assertThat(secret.id(new UUID(7, 1), "order", 3))
                .isEqualTo(UUID.fromString("a90f5ec2-f9ac-8b71-80f0-8644b1f21b4b"));
        assertThat(codec.encode(secret)).isEqualTo(body);
    }

    @Test
    void anOverdraftThatWasWrittenOnceIsReadAndWrittenTheSame() {
        byte[] body = HexFormat.of().parseHex("01" + "00000000000000070000000000000001" + "0341584f");
        DocumentCodec<Overdraft> codec = LedgerCollections.OVERDRAFTS.codec().orElseThrow();
        assertThat(codec.decode(body)).isEqualTo(new Overdraft(new UUID(7, 1), "AXO"));
        assertThat(codec.encode(new Overdraft(new UUID(7, 1), "AXO"))).isEqualTo(body);
    }
}
