package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.proof.NotProvedException;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.ledger.proof.TransferLeaf;
import fr.aisneneo.core.ledger.proof.TransferProof;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Proofs that were given once must be verified for ever: the bytes of leaves, computed by another program. */
class ProofVectorTest {
    private static final long T = 1_800_000_000_000_000L;
    private static final UUID ANNE = new UUID(7, 1);
    private static final UUID BAKER = new UUID(7, 2);
    private static final UUID EVENT = new UUID(6, 6);
    private static final UUID ROOM = new UUID(5, 5);

    private static final String ACCOUNTS = "00000000000000070000000000000001" + "00000000000000070000000000000002";
    private static final String NONE = "00000000000000000000000000000000";
    private static final String PAID = "01010000" + "00000000000000080000000000000001" + ACCOUNTS + "00000000000001c2"
            + "0000000000000000" + "00000007" + "0006651728988000" + "0000000000000000" + NONE + NONE + NONE
            + "0000000000000000" + "7591b584191313756eca84470b6e36de83cff7affb909397d60f79d9006de50c"
            + "0bdbc60ea5eb7ca588f8995477f97e5de91afb4bb69f298346f55d82138e5636";
    private static final String HELD = "01020506" + "00000000000000080000000000000002" + ACCOUNTS + "000000000000012c"
            + "0000000000000000" + "00000007" + "0006651728988001" + "000000000000003c" + NONE
            + "00000000000000080000000000000002" + "00000000000000050000000000000005" + "fffffffffffffff6"
            + "689566f302182bd319fa03062eb8b2662675d77840846ff9be74e74b16ff433b"
            + "ae3f927e43d6393d55e2571de940bd78f619996f27746412299a476877423812";
    private static final String POSTED = "01030005" + "00000000000000080000000000000003" + ACCOUNTS
            + "0000000000000064" + "000000000000012c" + "00000007" + "0006651728988002" + "0000000000000000"
            + "00000000000000080000000000000002" + NONE + "00000000000000050000000000000005" + "fffffffffffffff6"
            + "7a17bc22287385ba75af0bf275f0838b75d819c1af050fd7040b5afef1f91cdf"
            + "f461d2e6ee9c872c21acf7a51c2147a68e10dba28b8c51dd3be26838180cef6f";
    private static final String ROOT = "59f528050e566c1b8eb29b3114695fbcd03959e39d0bda81e917a8fb754f053d";

    private final EventLeaves leaves = new EventLeaves(
            key(),
            List.of(
                    entry(
                            1,
                            TransferKind.SINGLE,
                            450,
                            0,
                            null,
                            null,
                            0,
                            Set.of(),
                            null,
                            0,
                            new Counters(0, 450, 0, 5_000)),
                    entry(
                            2,
                            TransferKind.PENDING,
                            300,
                            0,
                            null,
                            new UUID(8, 2),
                            60,
                            Set.of(TransferFlag.BALANCING_DEBIT, TransferFlag.CLOSING_DEBIT),
                            ROOM,
                            -10,
                            new Counters(300, 450, 0, 5_000)),
                    entry(
                            3,
                            TransferKind.POST,
                            100,
                            300,
                            new UUID(8, 2),
                            null,
                            0,
                            Set.of(),
                            ROOM,
                            -10,
                            new Counters(0, 550, 0, 5_000))),
            (account, first) -> account.equals(ANNE) ? SideSeal.FIRST : T - 1);

    private static LeafKey key() {
        byte[] key = new byte[32];
        for (int at = 0; at < key.length; at++) {
            key[at] = (byte) at;
        }
        return new LeafKey(key);
    }

    private static Entry entry(
            int number,
            TransferKind kind,
            long amount,
            long released,
            UUID related,
            UUID chain,
            long timeout,
            Set<TransferFlag> flags,
            UUID reference,
            long about,
            Counters after) {
        return new Entry(
                new UUID(8, number),
                kind,
                ANNE,
                BAKER,
                amount,
                released,
                false,
                7,
                related,
                chain,
                timeout,
                flags,
                reference,
                about,
                T + number - 1,
                after,
                null,
                EVENT);
    }

    @Test
    void aLeafHasTheBytesThatAreDocumented() {
        assertThat(hex(0)).isEqualTo(PAID);
        assertThat(hex(1)).isEqualTo(HELD);
        assertThat(hex(2)).isEqualTo(POSTED);
        assertThat(leaves.root()).isEqualTo(ROOT);
    }

    private String hex(int index) {
        return HexFormat.of().formatHex(leaves.proof(index, EVENT).leaf().bytes());
    }

    @Test
    void aProofThatWasGivenOnceIsStillRead() throws NotProvedException {
        String text =
                """
                aisneneo.fr/ledger-transfer-proof@v1
                event 00000000-0000-0006-0000-000000000006
                leaf %s
                index 2
                size 3
                /7/r0L1Piuq7Qgmjt99+voPJGSzqKWZAY06MeDdcM04=
                """.formatted(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(POSTED)));
        TransferProof proof = TransferProof.parse(text);
        assertThat(proof.root()).isEqualTo(ROOT);
        assertThat(proof).isEqualTo(leaves.proof(2, EVENT));
        assertThat(proof.text()).isEqualTo(text);
        assertThat(leaves.proof(0, EVENT).path())
                .containsExactly(
                        "aHIJmdB4pUrFc2ztu13LuZ2m5Kb+T/cwrlQcxm0bfoE=", "reKcjGk37IrCGzYW1p8IeyT87tipt0yqFUDnf7BulQo=");
    }

    @Test
    void aLeafIsReadFieldByField() throws NotProvedException {
        TransferLeaf held = TransferLeaf.parse(HexFormat.of().parseHex(HELD));
        assertThat(held.kind()).isEqualTo(TransferKind.PENDING);
        assertThat(held.flags()).containsExactly(TransferFlag.BALANCING_DEBIT, TransferFlag.CLOSING_DEBIT);
        assertThat(held.id()).isEqualTo(new UUID(8, 2));
        assertThat(held.debit()).isEqualTo(ANNE);
        assertThat(held.credit()).isEqualTo(BAKER);
        assertThat(held.amount()).isEqualTo(300);
        assertThat(held.code()).isEqualTo(7);
        assertThat(held.micros()).isEqualTo(T + 1);
        assertThat(held.at()).isEqualTo("2027-01-15T08:00:00.000001Z");
        assertThat(held.timeoutSeconds()).isEqualTo(60);
        assertThat(held.related()).isNull();
        assertThat(held.chain()).isEqualTo(new UUID(8, 2));
        assertThat(held.reference()).isEqualTo(ROOM);
        assertThat(held.number()).isEqualTo(-10);
        assertThat(held.pending()).isEqualTo(300);
        assertThat(held.posted()).isZero();
        assertThat(held.seal(ANNE)).startsWith("689566f3");
        assertThat(held.seal(BAKER)).startsWith("ae3f927e");

        TransferLeaf posted = TransferLeaf.parse(HexFormat.of().parseHex(POSTED));
        assertThat(posted.related()).isEqualTo(new UUID(8, 2));
        assertThat(posted.chain()).isNull();
        assertThat(posted.released()).isEqualTo(300);
        assertThat(posted.pending()).isEqualTo(-300);
        assertThat(posted.posted()).isEqualTo(100);
    }

    @Test
    void aSealIsOpenedByItsSalt() throws NotProvedException {
        SideSeal annes = leaves.open(1, ANNE);
        SideSeal bakers = leaves.open(0, BAKER);
        assertThat(annes).extracting(SideSeal::previous).isEqualTo(T);
        assertThat(annes.hash()).isEqualTo(leaves.proof(1, EVENT).leaf().seal(ANNE));
        assertThat(annes.hash())
                .isEqualTo(HexFormat.of().formatHex(OfflineVerifier.seal(annes.salt(), T, 300, 450, 0, 5_000)));
        assertThat(bakers.after()).isNull();
        assertThat(bakers.previous()).isEqualTo(T - 1);
        assertThat(bakers.hash()).isEqualTo(leaves.proof(0, EVENT).leaf().seal(BAKER));
        assertThat(leaves.open(0, ANNE).previous()).isEqualTo(SideSeal.FIRST);
        assertThat(List.of(
                        annes.salt(),
                        bakers.salt(),
                        leaves.open(1, BAKER).salt(),
                        leaves.open(0, ANNE).salt()))
                .doesNotHaveDuplicates();
    }
}
