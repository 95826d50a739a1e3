package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Every transfer of every size of a batch is proved, to a verifier that shares no code, and nothing else is. */
class TransferProofProperties {
    private static final UUID EVENT = new UUID(6, 6);
    private static final List<TransferKind> KINDS = List.of(TransferKind.values());
    private static final List<TransferFlag> FLAGS = List.of(
            TransferFlag.BALANCING_DEBIT,
            TransferFlag.BALANCING_CREDIT,
            TransferFlag.CLOSING_DEBIT,
            TransferFlag.CLOSING_CREDIT);

    /** Transfers of all kinds between few accounts, with and without their history. */
    private static List<Entry> entries(Random random, int size) {
        List<Entry> entries = new ArrayList<>();
        for (int number = 0; number < size; number++) {
            int from = random.nextInt(4);
            entries.add(new Entry(
                    new UUID(random.nextLong(), number),
                    KINDS.get(random.nextInt(KINDS.size())),
                    new UUID(7, from),
                    new UUID(7, (from + 1 + random.nextInt(3)) % 4),
                    random.nextLong(Long.MAX_VALUE),
                    random.nextInt(2) * random.nextLong(Long.MAX_VALUE),
                    random.nextBoolean(),
                    1 + random.nextInt(65_535),
                    random.nextBoolean() ? null : new UUID(random.nextLong(), 1),
                    random.nextBoolean() ? null : new UUID(random.nextLong(), 2),
                    random.nextInt(1_000),
                    random.nextBoolean() ? Set.of() : Set.of(FLAGS.get(random.nextInt(FLAGS.size()))),
                    random.nextBoolean() ? null : new UUID(random.nextLong(), 3),
                    random.nextLong(),
                    1_800_000_000_000_000L + number,
                    from < 2 ? null : new Counters(random.nextInt(99), random.nextInt(99), 0, random.nextInt(99)),
                    null,
                    EVENT));
        }
        return entries;
    }

    private static EventLeaves leaves(Random random, List<Entry> entries) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return new EventLeaves(new LeafKey(key), entries, (account, first) -> SideSeal.FIRST);
    }

    /** As the journal's log writes it. */
    private static String event(String root, List<Entry> entries) {
        return "{\"actor\":\"a\",\"aggregate\":\"b\",\"at\":\"c\",\"correlation\":\"q\\\"\\\\\\u0001é\",\"id\":\""
                + EVENT
                + "\",\"kind\":\"ledger_transfers\",\"payload\":{\"root\":\"" + root + "\",\"transfers\":["
                + entries.stream().map(entry -> "\"" + entry.id() + "\"").collect(Collectors.joining(","))
                + "]},\"position\":12,\"tenant\":\"laon\",\"type\":\"ledger.transfers.made\"}";
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void everyTransferOfABatchIsProved(@ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed)
            throws NotProvedException {
        Random random = new Random(seed);
        List<Entry> entries = entries(random, size);
        EventLeaves leaves = leaves(random, entries);
        List<byte[]> contents = new ArrayList<>();
        String event = event(leaves.root(), entries);
        for (int index = 0; index < size; index++) {
            TransferProof proof = leaves.proof(index, EVENT);
            Entry entry = entries.get(index);
            contents.add(proof.leaf().bytes());
            assertThat(proof.verify(event)).isEqualTo(proof.leaf());
            assertThat(TransferProof.parse(proof.text())).isEqualTo(proof);
            assertThat(OfflineVerifier.verified(proof.text(), event))
                    .isEqualTo(proof.leaf().bytes());
            assertShows(proof.leaf(), entry);
            assertThat(proof.leaf().seal(entry.debit()))
                    .isEqualTo(leaves.open(index, entry.debit()).hash());
            assertThat(proof.leaf().seal(entry.credit()))
                    .isEqualTo(leaves.open(index, entry.credit()).hash());
        }
        assertThat(leaves.root()).isEqualTo(HexFormat.of().formatHex(OfflineVerifier.root(contents)));
    }

    private static void assertShows(TransferLeaf leaf, Entry entry) {
        assertThat(leaf.id()).isEqualTo(entry.id());
        assertThat(leaf.kind()).isEqualTo(entry.kind());
        assertThat(leaf.debit()).isEqualTo(entry.debit());
        assertThat(leaf.credit()).isEqualTo(entry.credit());
        assertThat(leaf.amount()).isEqualTo(entry.amount());
        assertThat(leaf.released()).isEqualTo(entry.released());
        assertThat(leaf.code()).isEqualTo(entry.code());
        assertThat(leaf.micros()).isEqualTo(entry.at());
        assertThat(leaf.timeoutSeconds()).isEqualTo(entry.timeoutSeconds());
        assertThat(leaf.flags()).isEqualTo(entry.flags());
        assertThat(leaf.related()).isEqualTo(entry.related());
        assertThat(leaf.chain()).isEqualTo(entry.chain());
        assertThat(leaf.reference()).isEqualTo(entry.reference());
        assertThat(leaf.number()).isEqualTo(entry.number());
        assertThat(leaf.posted()).isEqualTo(entry.posted());
        assertThat(leaf.pending()).isEqualTo(entry.pending());
    }

    /** Every byte of a leaf, so every field; the place; the way; the event. */
    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void whateverIsChangedIsFound(@ForAll @IntRange(min = 2, max = 40) int size, @ForAll long seed)
            throws NotProvedException {
        Random random = new Random(seed);
        List<Entry> entries = entries(random, size);
        EventLeaves leaves = leaves(random, entries);
        String event = event(leaves.root(), entries);
        int index = random.nextInt(size);
        TransferProof good = leaves.proof(index, EVENT);
        for (int at = 0; at < TransferLeaf.LENGTH; at++) {
            byte[] bytes = good.leaf().bytes();
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            String text = good.text()
                    .replaceFirst("leaf .*", "leaf " + Base64.getEncoder().encodeToString(bytes));
            assertRefused(() -> TransferProof.parse(text).verify(event));
        }
        for (int other = -1; other <= size + 1; other++) {
            int changed = other;
            if (changed != index) {
                assertRefused(() -> with(good, changed, size, good.path()).verify(event));
            }
            if (changed != size) {
                assertRefused(() -> with(good, index, changed, good.path()).verify(event));
            }
        }
        for (int hash = 0; hash < good.path().size(); hash++) {
            List<String> path = new ArrayList<>(good.path());
            byte[] bytes = Base64.getDecoder().decode(path.get(hash));
            bytes[random.nextInt(32)] ^= 1;
            path.set(hash, Base64.getEncoder().encodeToString(bytes));
            assertRefused(() -> with(good, index, size, path).verify(event));
            path.remove(hash);
            assertRefused(() -> with(good, index, size, path).verify(event));
            path.add(hash, "not base64!");
            assertRefused(() -> with(good, index, size, path).verify(event));
        }
        List<String> longer = new ArrayList<>(good.path());
        longer.add(good.path().get(0));
        assertRefused(() -> with(good, index, size, longer).verify(event));
        assertRefused(() -> good.verify(event.replace(EVENT.toString(), new UUID(6, 7).toString())));
        assertRefused(() -> good.verify(event.replace(leaves.root(), "0".repeat(64))));
        assertRefused(() -> good.verify(event.replace(good.leaf().id().toString(), new UUID(6, 7).toString())));
        assertRefused(() -> good.verify(event.replace("ledger.transfers.made", "forum.said")));
        assertRefused(() -> good.verify(event + " "));
    }

    private static TransferProof with(TransferProof proof, int index, int size, List<String> path) {
        return new TransferProof(proof.event(), proof.leaf(), index, size, path);
    }

    private static void assertRefused(ThrowingCallable verifying) {
        assertThatExceptionOfType(NotProvedException.class).isThrownBy(verifying);
    }
}
