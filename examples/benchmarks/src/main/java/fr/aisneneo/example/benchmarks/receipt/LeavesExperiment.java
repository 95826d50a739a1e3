package fr.aisneneo.example.benchmarks.receipt;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.Checkpoint;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Sample;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ForkJoinPool;

/**
 * Verifies a whole log: every leaf and every node is hashed again, and the root compared. That the root is that of the
 * SDK is shown first with events that it sealed itself; the many leaves of the measurement are of the size of those.
 */
record LeavesExperiment() implements Experiment {
    static final String SECONDS = "leaves";
    static final String AUDITED = "audit";
    static final String AUDITOR = "auditor";
    static final String SDK = "Receipts.audit";

    private static final int SHOWN = 1_000;
    private static final int BATCH = 1_000;
    /** The SDK reads and makes each leaf anew, which takes longer: it has so many times fewer. */
    private static final int AUDITED_PART = 50;

    @Override
    public String key() {
        return SECONDS;
    }

    @Override
    public List<String> measures() {
        return List.of(SECONDS, AUDITED);
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        try (Neo neo = Neo.open("memory:")) {
            Actor actor = Actor.of(new PartyId(neo.ids().next()), new TenantId("laon"), Role.ADMINISTRATOR);
            Receipts receipts = Receipts.of(neo, LogSigner.generate("laon.example/neo"));
            int shown = Math.min(SHOWN, lab.effort().leaves() / 10);
            byte[] leaf = showThatTheRootIsTheSame(neo, receipts, actor, shown);
            verify(lab, results, leaf);
            audit(lab, results, neo, receipts, actor);
        }
    }

    private static byte[] showThatTheRootIsTheSame(Neo neo, Receipts receipts, Actor actor, int shown) {
        append(neo, actor, shown);
        Checkpoint checkpoint = receipts.seal(actor);
        List<byte[]> leaves = new ArrayList<>();
        for (long position = 1; position <= shown; position++) {
            leaves.add(receipts.receipt(actor, position).event().getBytes(StandardCharsets.UTF_8));
        }
        byte[] root = new LogRoot(index -> leaves.get((int) index), 0, shown).invoke();
        if (!Base64.getEncoder().encodeToString(root).equals(checkpoint.root())) {
            throw new IllegalStateException("The SDK has another root than RFC 9162 says");
        }
        return leaves.get(0);
    }

    private static void append(Neo neo, Actor actor, int count) {
        neo.atomically(() -> {
            for (int i = 0; i < count; i++) {
                Remark remark = Remark.of(i);
                neo.journal().append(actor, Remark.MADE, remark.aggregate(), remark);
            }
        });
    }

    private static void verify(Lab lab, Results results, byte[] leaf) {
        ThreadLocal<byte[]> own = ThreadLocal.withInitial(leaf::clone);
        LogRoot.Leaves leaves = index -> {
            byte[] numbered = own.get();
            ByteBuffer.wrap(numbered).putLong(0, index);
            return numbered;
        };
        byte[] signed = new LogRoot(leaves, 0, lab.effort().leaves()).invoke();
        for (int round = lab.effort().firstRound(); round <= lab.effort().rounds(); round++) {
            long start = System.nanoTime();
            byte[] root = ForkJoinPool.commonPool()
                    .invoke(new LogRoot(leaves, 0, lab.effort().leaves()));
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!Arrays.equals(root, signed)) {
                throw new IllegalStateException("The same leaves have two roots");
            }
            if (round > 0) {
                results.add(SECONDS, AUDITOR, Sample.of(seconds));
            }
        }
    }

    private static void audit(Lab lab, Results results, Neo neo, Receipts receipts, Actor actor) {
        for (int more = 0; more < lab.effort().leaves() / AUDITED_PART; more += BATCH) {
            append(neo, actor, BATCH);
        }
        long events = receipts.seal(actor).size();
        for (int round = lab.effort().firstRound(); round <= lab.effort().rounds(); round++) {
            long start = System.nanoTime();
            long audited = receipts.audit(actor).orElseThrow().size();
            double seconds = (System.nanoTime() - start) / 1e9;
            Counts.requireEqual("events", events, audited);
            if (round > 0) {
                results.add(AUDITED, SDK, Sample.of(audited / seconds));
            }
        }
    }
}
