package fr.aisneneo.core.directory;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.party.Party;
import fr.aisneneo.core.party.PartyError;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Map;

/** The parties as they are kept, without personal data. */
final class PartyRecords {
    static final DocumentCollection<Party> COLLECTION = DocumentCollection.json(
                    "party", Party.class, party -> party.id().text())
            .build();

    private PartyRecords() {}

    static Documents<Party> of(Transaction tx, TenantId tenant) {
        return tx.documents(COLLECTION, tenant);
    }

    static Document<Party> require(Transaction tx, Actor actor, PartyId id) {
        return of(tx, actor.tenant())
                .get(id.text())
                .orElseThrow(() -> new NotFoundException(PartyError.NOT_FOUND, Map.of("id", id)));
    }

    static Document<Party> requireNotErased(Transaction tx, Actor actor, PartyId id) {
        Document<Party> known = require(tx, actor, id);
        if (known.value().erased() != null) {
            throw new RefusedException(PartyError.ERASED, Map.of("id", id));
        }
        return known;
    }

    static Party sameKindOrConflict(Party known, PartyKind kind) {
        if (known.kind() != kind) {
            throw new ConflictException(
                    CoreError.COMMAND_REPEATED_DIFFERENTLY, Map.of("id", known.id(), "fields", "kind"));
        }
        return known;
    }

    static Contention contention(Actor actor, PartyId id) {
        return Contention.on(actor.tenant(), "party", id.text());
    }
}
