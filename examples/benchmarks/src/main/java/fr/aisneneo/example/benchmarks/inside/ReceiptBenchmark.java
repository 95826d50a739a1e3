package fr.aisneneo.example.benchmarks.inside;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipt;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.example.benchmarks.receipt.Remark;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Receipts of a log of a thousand events, in memory. */
@State(Scope.Benchmark)
public class ReceiptBenchmark {
    private static final int EVENTS = 1_000;

    private final Neo neo = Neo.open("memory:");
    private final Actor actor = Actor.of(new PartyId(neo.ids().next()), new TenantId("laon"), Role.ADMINISTRATOR);
    private final LogSigner signer = LogSigner.generate("laon.example/neo");
    private final Receipts receipts = Receipts.of(neo, signer);
    private final ReceiptVerifier verifier = verifier();
    private String receipt = "";

    /** For JMH. */
    public ReceiptBenchmark() {}

    private ReceiptVerifier verifier() {
        try {
            return new ReceiptVerifier(signer.verifierKey(actor.tenant()));
        } catch (ReceiptVerifier.InvalidReceiptException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals a journal. */
    @Setup
    public void fill() {
        neo.atomically(() -> {
            for (int i = 0; i < EVENTS; i++) {
                Remark remark = Remark.of(i);
                neo.journal().append(actor, Remark.MADE, remark.aggregate(), remark);
            }
        });
        receipts.seal(actor);
        receipt = issue().text();
    }

    /** Closes the store. */
    @TearDown
    public void close() {
        neo.close();
    }

    /**
     * Makes a receipt: the event, its path to the root, the signed checkpoint.
     *
     * @return the receipt
     */
    @Benchmark
    public Receipt issue() {
        return receipts.receipt(actor, EVENTS / 2);
    }

    /**
     * Verifies a receipt offline: the hash of the leaf, ten nodes, an Ed25519 signature.
     *
     * @return the event
     * @throws ReceiptVerifier.InvalidReceiptException never
     */
    @Benchmark
    public String verify() throws ReceiptVerifier.InvalidReceiptException {
        return verifier.verify(receipt);
    }
}
