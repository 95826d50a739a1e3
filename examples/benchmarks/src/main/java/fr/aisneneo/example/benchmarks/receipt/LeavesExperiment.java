package fr.aisneneo.example.benchmarks.receipt;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.Checkpoint;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.receipts.verifier.LogVerifier;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier.InvalidReceiptException;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Sample;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Verifies a whole log with {@link LogVerifier}: every leaf and every node is hashed again, and the root compared. That
 * the root is that of the SDK is shown first with events that it sealed and a checkpoint that it signed; the many
 * leaves of the measurement are of the size of those.
 */
record LeavesExperiment() implements Experiment {
    static final String SECONDS = "leaves";
    static final String AUDITED = "audit";
    static final String VERIFIER = "LogVerifier";
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
            LogSigner signer = LogSigner.generate("laon.example/neo");
            Receipts receipts = Receipts.of(neo, signer);
            int shown = Math.min(SHOWN, lab.effort().leaves() / 10);
            byte[] leaf = showThatTheRootIsTheSame(neo, receipts, signer, actor, shown);
            verify(lab, results, leaf);
            audit(lab, results, neo, receipts, actor);
        }
    }

    private static byte[] showThatTheRootIsTheSame(Neo neo, Receipts receipts, LogSigner signer, Actor actor, int shown)
            throws InvalidReceiptException {
        append(neo, actor, shown);
        Checkpoint checkpoint = receipts.seal(actor);
        LogVerifier log = new LogVerifier();
        List<String> leaves = receipts.leaves(actor, 0, shown);
        leaves.forEach(leaf -> log.add(leaf.getBytes(StandardCharsets.UTF_8)));
        log.verify(signer.verifierKey(actor.tenant()), checkpoint.note());
        return leaves.get(0).getBytes(StandardCharsets.UTF_8);
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
        byte[] signed = root(leaf, lab.effort().leaves());
        for (int round = lab.effort().firstRound(); round <= lab.effort().rounds(); round++) {
            long start = System.nanoTime();
            byte[] root = root(leaf, lab.effort().leaves());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!Arrays.equals(root, signed)) {
                throw new IllegalStateException("The same leaves have two roots");
            }
            if (round > 0) {
                results.add(SECONDS, VERIFIER, Sample.of(seconds));
            }
        }
    }

    /** Each leaf has a number of its own in its first bytes. */
    private static byte[] root(byte[] leaf, int count) {
        LogVerifier log = new LogVerifier();
        ByteBuffer numbered = ByteBuffer.wrap(leaf.clone());
        for (int number = 0; number < count; number++) {
            numbered.putLong(0, number);
            log.add(numbered.array());
        }
        return log.root();
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
