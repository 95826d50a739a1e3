package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.ID_ALREADY_FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** What processes were told to do on one store until they were killed, and whether it is what the store has now. */
final class CrashHistory {
    /** The answers to one request for a cause that may pass. */
    private static final Set<String> PASSING = Arrays.stream(TransferStatus.values())
            .filter(status -> status.passing() || status == ID_ALREADY_FAILED)
            .map(Enum::name)
            .collect(Collectors.toUnmodifiableSet());

    private final String storage;
    private final long seed;
    /** What each command was answered, the first time; by its life, caller and place. */
    private final Map<String, String> answers = new HashMap<>();

    private int life;
    private int[] unanswered = new int[CrashCommands.CALLERS];

    int kills;
    int acknowledged;
    int retried;
    int foundDone;

    CrashHistory(String storage, long seed) {
        this.storage = storage;
        this.seed = seed;
        Arrays.fill(unanswered, -1);
    }

    /** A process lives until it has answered so often, and a moment more. */
    void live(int heard, long millis) {
        String[] arguments = new String[3 + CrashCommands.CALLERS];
        arguments[0] = storage;
        arguments[1] = Long.toString(seed);
        arguments[2] = Integer.toString(life);
        for (int caller = 0; caller < CrashCommands.CALLERS; caller++) {
            arguments[3 + caller] = Integer.toString(unanswered[caller]);
        }
        int[] next = new int[CrashCommands.CALLERS];
        try (ChildJvm child = ChildJvm.start(CrashChild.class, arguments)) {
            for (int count = 0; count < heard; count++) {
                String line = child.line();
                assertThat(line).as("the process ended by itself").isNotNull();
                note(line, next);
            }
            letRun(child, millis);
            child.kill().forEach(line -> note(line, next));
        }
        kills++;
        for (int caller = 0; caller < CrashCommands.CALLERS; caller++) {
            // A retry that was not answered is given up: whether it was done is nobody's business any more.
            unanswered[caller] = next[caller];
        }
        life++;
    }

    /** Goes on to an instant of which nobody knows what it is in. */
    private static void letRun(ChildJvm child, long millis) {
        CompletableFuture<ProcessHandle> end =
                ProcessHandle.of(child.pid()).orElseThrow().onExit();
        try {
            throw new AssertionError("The process ended by itself: " + end.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            // It is still at work.
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** The last line may have been cut off. */
    private void note(String line, int[] next) {
        if (!line.endsWith(CrashChild.END)) {
            return;
        }
        List<String> parts = List.of(line.substring(0, line.length() - 1).split(" ", 4));
        int of = Integer.parseInt(parts.get(0));
        int caller = Integer.parseInt(parts.get(1));
        int index = Integer.parseInt(parts.get(2));
        String answer = parts.get(3);
        if (of == life) {
            next[caller] = index + 1;
        } else {
            retried++;
            foundDone += answer.startsWith("EXISTS/") ? 1 : 0;
        }
        acknowledged++;
        String before = answers.put(of + " " + caller + " " + index, answer);
        assertThat(before).as("answered twice").isNull();
        requireWhole(new CrashCommands(seed, of).command(caller, index), answer);
    }

    /** All of a chain or nothing, and all of it at once: done before, or now. */
    private static void requireWhole(CrashCommands.Command command, String answer) {
        int done = CrashAnswer.done(answer).size();
        if (command.isChain() && done > 0) {
            assertThat(done).as("a chain that is half done: %s", answer).isEqualTo(CrashAnswer.size(answer));
            assertThat(answer.contains("CREATED/") && answer.contains("EXISTS/"))
                    .as("a chain of which a part was done before: %s", answer)
                    .isFalse();
        }
    }

    /** Every answer still holds, and the books are in order. Gives what they came to. */
    AuditReport judge(Town town) {
        Map<UUID, Entry> entries = new HashMap<>();
        Map<UUID, Hold> holds = new HashMap<>();
        town.neo.store().read(tx -> {
            tx.documents(LedgerCollections.RECORDS, Town.TENANT).forEach(Scan.byId(), found -> {
                if (found.value() instanceof Entry entry) {
                    entries.put(entry.id(), entry);
                }
            });
            tx.documents(LedgerCollections.HOLDS, Town.TENANT)
                    .forEach(Scan.byId(), found -> holds.put(found.value().id(), found.value()));
            return true;
        });
        answers.forEach((command, answer) -> CrashAnswer.done(answer).forEach(done -> {
            Entry kept = entries.get(CrashAnswer.id(done).value());
            assertThat(kept).as("acknowledged by %s", command).isNotNull();
            assertThat(CrashAnswer.done(Views.transfer(kept))).isEqualTo(done);
        }));
        judgeHolds(entries, holds);
        assertThat(town.ledger.history().trialBalance(CHIEF).balances()).isTrue();
        AuditReport audit = town.ledger.history().audit(CHIEF);
        assertThat(audit.sound()).as("%s", audit).isTrue();
        return audit;
    }

    /** Sends some of what was answered once more. */
    void sendAgain(Town town, Random random, int count) {
        List<String> commands = new ArrayList<>(answers.keySet());
        commands.sort(null);
        for (int sent = 0; sent < count && !commands.isEmpty(); sent++) {
            String command = commands.get(random.nextInt(commands.size()));
            List<String> parts = List.of(command.split(" ", 3));
            CrashCommands of = new CrashCommands(seed, Integer.parseInt(parts.get(0)));
            int caller = Integer.parseInt(parts.get(1));
            int index = Integer.parseInt(parts.get(2));
            String first = answers.get(command);
            String again = of.command(caller, index).send(town.ledger, of.id(caller, index, 3));
            if (CrashAnswer.done(first).size() == CrashAnswer.size(first)) {
                assertThat(again).as("the answer to %s", command).isEqualTo(first.replace("CREATED/", "EXISTS/"));
            } else if (PASSING.contains(first)) {
                assertThat(again).as("the answer to %s", command).isEqualTo(ID_ALREADY_FAILED.name());
            }
        }
    }

    /** Each hold is open, or ended once, in the way that it says. */
    private static void judgeHolds(Map<UUID, Entry> entries, Map<UUID, Hold> holds) {
        Map<UUID, List<TransferKind>> ends = new HashMap<>();
        entries.forEach((id, entry) -> {
            if (entry.kind() == TransferKind.PENDING) {
                ends.computeIfAbsent(id, hold -> new ArrayList<>());
            } else if (entry.related() != null && entry.kind() != TransferKind.REVERSAL) {
                ends.computeIfAbsent(entry.related(), hold -> new ArrayList<>()).add(entry.kind());
            }
        });
        Map<Hold.State, List<TransferKind>> ways = new EnumMap<>(Hold.State.class);
        ways.put(Hold.State.OPEN, List.of());
        ways.put(Hold.State.POSTED, List.of(TransferKind.POST));
        ways.put(Hold.State.VOIDED, List.of(TransferKind.VOID));
        ways.put(Hold.State.EXPIRED, List.of(TransferKind.EXPIRY));
        assertThat(holds.keySet()).isEqualTo(ends.keySet());
        ends.forEach((hold, kinds) -> assertThat(kinds)
                .as("ends of the hold %s", hold)
                .isEqualTo(ways.get(holds.get(hold).state())));
    }

    /** How many transfers of a kind the answers know of. */
    long done(TransferKind kind) {
        return answers.values().stream()
                .flatMap(answer -> CrashAnswer.done(answer).stream())
                .filter(done -> done.contains("/" + kind + "/"))
                .count();
    }
}
