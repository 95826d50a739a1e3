package fr.aisneneo.core.directory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.party.Party;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.ErasureStep;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import java.time.Instant;
import java.util.Optional;

/** The directory's part in an erasure; there may be no such party, where another domain alone knows the person. */
record PartyErasure(Neo neo) implements ErasureStep {

    @Override
    public void erase(Transaction tx, Actor actor, PartyId owner) {
        Documents<Party> parties = PartyRecords.of(tx, actor.tenant());
        Optional<Document<Party>> found = parties.get(owner.text());
        if (found.isEmpty()) {
            return;
        }
        Document<Party> known = found.get();
        Instant before = known.value().erased();
        Party erased = known.value().erasedAt(before == null ? neo.clock().instant() : before);
        if (!erased.equals(known.value())) {
            parties.update(erased, known.version());
        }
        if (before == null) {
            neo.journal()
                    .append(actor, PartyEvents.ERASED, PartyEvents.aggregate(owner), new PartyErased(erased.kind()));
        }
    }
}
