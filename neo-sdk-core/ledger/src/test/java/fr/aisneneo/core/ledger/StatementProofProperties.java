package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.proof.NotProvedException;
import fr.aisneneo.core.ledger.proof.ProvedLine;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.ledger.proof.StatementProof;
import fr.aisneneo.core.ledger.proof.TransferLeaf;
import fr.aisneneo.core.ledger.proof.TransferProof;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Random streams: what is true is proved, and whatever is left out, added, moved or changed is found. */
class StatementProofProperties {
    private static final int STEPS = 40;

    /** A town in which something happened, and the events as its log has them. */
    private static final class Run implements AutoCloseable {
        final Town town = new Town();
        final Random random;
        final List<AccountId> accounts;
        final Receipts receipts = Receipts.of(town.neo, LogSigner.generate("laon.example/neo"));
        final Instant begin = town.now();
        private final List<TransferRequest> known = new ArrayList<>();

        Run(long seed) {
            random = new Random(seed);
            accounts = List.of(
                    town.member(ANNE, 5_000),
                    town.member(BRUNO),
                    town.house(Side.DEBIT, AccountFlag.HISTORY),
                    town.house(Side.CREDIT));
            for (int step = 0; step < STEPS; step++) {
                town.advance(Duration.ofMillis(1 + random.nextInt(3_000)));
                List<TransferRequest> batch = new ArrayList<>();
                for (int count = 1 + random.nextInt(4); count > 0; count--) {
                    batch.add(random.nextInt(4) == 0 && count > 1 ? request().linked() : request());
                }
                town.ledger.submit(CHIEF, batch);
                known.addAll(batch);
            }
        }

        private TransferRequest request() {
            int from = random.nextInt(4);
            AccountId debit = accounts.get(from);
            AccountId credit = accounts.get((from + 1 + random.nextInt(3)) % 4);
            UUID earlier = known.isEmpty()
                    ? new UUID(0, 1)
                    : known.get(random.nextInt(known.size())).id().value();
            TransferId id = new TransferId(earlier);
            return switch (random.nextInt(8)) {
                case 0, 1 -> town.hold(debit, credit, 1 + random.nextInt(60), new int[] {0, 2, 9}[random.nextInt(3)]);
                case 2 -> TransferRequest.post(town.id(), id).amount(1 + random.nextInt(30));
                case 3 -> TransferRequest.release(town.id(), id);
                case 4 -> TransferRequest.reverse(town.id(), id).amount(1);
                default -> town.pay(debit, credit, 1 + random.nextInt(90));
            };
        }

        Map<UUID, String> events() {
            Map<UUID, String> events = new HashMap<>();
            List<String> leaves;
            long position = 0;
            do {
                leaves = receipts.leaves(CHIEF, position, 1_000);
                for (String leaf : leaves) {
                    int id = leaf.indexOf("\"id\":\"") + 6;
                    events.put(UUID.fromString(leaf.substring(id, id + 36)), leaf);
                }
                position += leaves.size();
            } while (!leaves.isEmpty());
            return events;
        }

        @Override
        public void close() {
            town.close();
        }
    }

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void aStatementIsProvedAndWhateverIsChangedIsFound(@ForAll long seed) throws NotProvedException {
        try (Run run = new Run(seed)) {
            long length = Duration.between(run.begin, run.town.now()).toMillis();
            AccountId account = run.accounts.get(run.random.nextInt(4));
            long[] bounds = {run.random.nextLong(length + 1), run.random.nextLong(length + 1)};
            Arrays.sort(bounds);
            Instant from = run.random.nextInt(3) == 0 ? Instant.EPOCH : run.begin.plusMillis(bounds[0]);
            Instant to = run.random.nextInt(3) == 0 ? run.town.now().plusMillis(1) : run.begin.plusMillis(bounds[1]);
            StatementProof proof = run.town.ledger.history().proofs().statement(CHIEF, account, from, to);
            Map<UUID, String> events = run.events();
            if (proof.lines().isEmpty() && proof.next() == null) {
                assertRefused(proof, events);
                return;
            }
            assertProved(run.town, proof, events, run.accounts.indexOf(account) < 3);
            assertChangesAreFound(proof, events, run.random);
        }
    }

    private static void assertProved(Town town, StatementProof proof, Map<UUID, String> events, boolean history)
            throws NotProvedException {
        AccountId account = new AccountId(proof.account());
        Statement statement = town.ledger.history().statement(CHIEF, account, proof.from(), proof.to());
        assertThat(proof.verify(events)).isEqualTo(statement.closing());
        assertThat(proof.opening()).isEqualTo(statement.opening());
        assertThat(proof.lines())
                .extracting(line -> line.transfer().leaf().id())
                .isEqualTo(statement.lines().stream()
                        .map(line -> line.transfer().id().value())
                        .toList());
        assertThat(StatementProof.parse(proof.text())).isEqualTo(proof);
        for (ProvedLine line : proof.lines()) {
            TransferLeaf leaf = line.transfer().leaf();
            Counters after = line.seal().after();
            assertThat(after != null).isEqualTo(history);
            byte[] seal = after == null
                    ? OfflineVerifier.seal(line.seal().salt(), line.seal().previous())
                    : OfflineVerifier.seal(
                            line.seal().salt(),
                            line.seal().previous(),
                            after.debitsPending(),
                            after.debitsPosted(),
                            after.creditsPending(),
                            after.creditsPosted());
            int at = leaf.debit().equals(proof.account()) ? 144 : 176;
            byte[] bytes = OfflineVerifier.verified(
                    line.transfer().text(), events.get(line.transfer().event()));
            assertThat(Arrays.copyOfRange(bytes, at, at + 32)).isEqualTo(seal);
        }
    }

    private static void assertChangesAreFound(StatementProof proof, Map<UUID, String> events, Random random) {
        List<ProvedLine> lines = proof.lines();
        for (int first = 0; first < lines.size(); first++) {
            for (int last = first + 1; last <= lines.size(); last++) {
                boolean end = last == lines.size();
                List<ProvedLine> fewer = new ArrayList<>(lines);
                fewer.subList(first, last).clear();
                if (!end || proof.complete()) {
                    assertRefused(with(proof, fewer), events);
                }
            }
            List<ProvedLine> twice = new ArrayList<>(lines);
            twice.add(first, lines.get(first));
            assertRefused(with(proof, twice), events);
            if (first > 0) {
                List<ProvedLine> swapped = new ArrayList<>(lines);
                Collections.swap(swapped, first - 1, first);
                assertRefused(with(proof, swapped), events);
            }
            for (ProvedLine changed : changes(lines.get(first), random)) {
                List<ProvedLine> other = new ArrayList<>(lines);
                other.set(first, changed);
                assertRefused(with(proof, other), events);
            }
        }
        if (lines.isEmpty() || lines.get(0).seal().after() != null) {
            Counters more = new Counters(
                    proof.opening().debitsPending(),
                    proof.opening().debitsPosted() + 1,
                    proof.opening().creditsPending(),
                    proof.opening().creditsPosted());
            boolean history = proof.next() == null || proof.next().seal().after() != null;
            if (history) {
                assertRefused(
                        new StatementProof(
                                proof.account(), proof.from(), proof.to(), more, proof.lines(), proof.next()),
                        events);
            }
        }
        assertBoundsHold(proof, events);
        assertRefused(
                new StatementProof(
                        new UUID(1, 1), proof.from(), proof.to(), proof.opening(), proof.lines(), proof.next()),
                events);
        assertRefused(proof, Map.of());
    }

    /** Neither can a statement be said to be of a longer time than it is. */
    private static void assertBoundsHold(StatementProof proof, Map<UUID, String> events) {
        ProvedLine first =
                proof.lines().isEmpty() ? proof.next() : proof.lines().get(0);
        if (first.seal().previous() != SideSeal.FIRST) {
            Instant before = Instant.EPOCH.plus(Duration.ofNanos(first.seal().previous() * 1_000));
            assertRefused(
                    new StatementProof(
                            proof.account(), before, proof.to(), proof.opening(), proof.lines(), proof.next()),
                    events);
        }
        ProvedLine next = proof.next();
        if (next != null) {
            Instant after = next.transfer().leaf().at().plusNanos(1_000);
            assertRefused(
                    new StatementProof(proof.account(), proof.from(), after, proof.opening(), proof.lines(), next),
                    events);
        }
    }

    private static List<ProvedLine> changes(ProvedLine line, Random random) {
        List<ProvedLine> changes = new ArrayList<>();
        TransferProof transfer = line.transfer();
        SideSeal seal = line.seal();
        try {
            byte[] bytes = transfer.leaf().bytes();
            bytes[59] ^= 1;
            changes.add(new ProvedLine(
                    new TransferProof(
                            transfer.event(),
                            TransferLeaf.parse(bytes),
                            transfer.index(),
                            transfer.size(),
                            transfer.path()),
                    seal));
        } catch (NotProvedException e) {
            throw new AssertionError(e);
        }
        byte[] salt = HexFormat.of().parseHex(seal.salt());
        salt[random.nextInt(salt.length)] ^= 4;
        changes.add(
                new ProvedLine(transfer, new SideSeal(HexFormat.of().formatHex(salt), seal.previous(), seal.after())));
        changes.add(new ProvedLine(transfer, new SideSeal("x", seal.previous(), seal.after())));
        changes.add(new ProvedLine(transfer, new SideSeal(seal.salt(), seal.previous() + 1, seal.after())));
        changes.add(new ProvedLine(transfer, new SideSeal(seal.salt(), SideSeal.FIRST, null)));
        Counters after = seal.after();
        Counters other = after == null ? Counters.ZERO : after.credited(0, 1);
        changes.add(new ProvedLine(transfer, new SideSeal(seal.salt(), seal.previous(), other)));
        changes.removeIf(line::equals);
        return changes;
    }

    private static StatementProof with(StatementProof proof, List<ProvedLine> lines) {
        return new StatementProof(proof.account(), proof.from(), proof.to(), proof.opening(), lines, proof.next());
    }

    private static void assertRefused(StatementProof proof, Map<UUID, String> events) {
        assertThatExceptionOfType(NotProvedException.class).isThrownBy(() -> proof.verify(events));
    }
}
