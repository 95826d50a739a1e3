package fr.aisneneo.example.benchmarks.receipt;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.util.concurrent.atomic.AtomicLong;

/** Commits of one event each, sealed when the last has returned, or never. */
final class JournalSide implements Side {
    private final OpenSdk sdk;
    private final Actor actor;
    private final Receipts receipts;
    private final boolean sealing;
    private final AtomicLong numbers = new AtomicLong();

    private JournalSide(OpenSdk sdk, boolean sealing) {
        this.sdk = sdk;
        this.sealing = sealing;
        actor = Actor.of(new PartyId(sdk.neo().ids().next()), new TenantId("laon"), Role.ADMINISTRATOR);
        receipts = Receipts.of(sdk.neo(), LogSigner.generate("laon.example/neo"));
    }

    static Contender unsealed() {
        return new Contender("journal alone", lab -> on(lab, false));
    }

    static Contender sealed() {
        return new Contender("journal and Merkle tree", lab -> on(lab, true));
    }

    private static Side on(Lab lab, boolean sealing) throws Exception {
        return new JournalSide(OpenSdk.on(Engine.ROCKSDB, lab), sealing);
    }

    @Override
    public Caller caller() {
        return () -> {
            Remark remark = Remark.of(numbers.incrementAndGet());
            sdk.neo().journal().append(actor, Remark.MADE, remark.aggregate(), remark);
        };
    }

    @Override
    public void settle() {
        if (sealing) {
            receipts.seal(actor);
        }
    }

    @Override
    public void check(long calls) {
        // Sealing counts them all and misses none; here its time does not count.
        Counts.requireEqual("events", calls, receipts.seal(actor).size());
    }

    @Override
    public void close() throws Exception {
        sdk.close();
    }
}
