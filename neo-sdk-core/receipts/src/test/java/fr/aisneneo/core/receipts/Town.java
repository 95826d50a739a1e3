package fr.aisneneo.core.receipts;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.UUID;

/** A town whose citizens say things. */
final class Town implements AutoCloseable {
    static final TenantId LAON = new TenantId("laon");
    static final Actor CLERK = Actor.of(new PartyId(new UUID(1, 1)), LAON, Role.ADMINISTRATOR);
    static final Actor ANNE = Actor.of(new PartyId(new UUID(1, 2)), LAON, Role.MEMBER);
    static final Actor BRUNO = Actor.of(new PartyId(new UUID(1, 3)), LAON, Role.MEMBER);

    /** What was said. */
    public record Said(String words, int times) {}

    static final EventType<Said> SAID = new EventType<>("town.said", Said.class);

    /** What was measured; JSON-B writes a large one with an exponent. */
    public record Measured(double value) {}

    static final EventType<Measured> MEASURED = new EventType<>("town.measured", Measured.class);

    final LogSigner signer = LogSigner.generate("laon.example/neo");
    final Neo neo;
    final Receipts receipts;

    Town(Neo neo) {
        this.neo = neo;
        this.receipts = Receipts.of(neo, signer);
    }

    static Town inMemory() {
        return new Town(Neo.open("memory:"));
    }

    Event says(Actor actor, String words) {
        return neo.journal().append(actor, SAID, new Aggregate("speech", "s1"), new Said(words, 1));
    }

    void measures(double value) {
        neo.journal().append(BRUNO, MEASURED, new Aggregate("speech", "s1"), new Measured(value));
    }

    void saysMuch(int events) {
        neo.atomically(() -> {
            for (int i = 0; i < events; i++) {
                says(BRUNO, "word " + i);
            }
        });
    }

    String key() {
        return signer.verifierKey(LAON);
    }

    @Override
    public void close() {
        neo.close();
    }
}
