package fr.aisneneo.core.sealing;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A town that keeps contacts. */
final class Town implements AutoCloseable {
    static final TenantId LAON = new TenantId("laon");
    static final TenantId SOISSONS = new TenantId("soissons");
    static final PartyId ANNE = new PartyId(new UUID(1, 1));
    static final PartyId BRUNO = new PartyId(new UUID(1, 2));
    static final Actor CLERK = Actor.of(new PartyId(new UUID(2, 1)), LAON, Role.ADMINISTRATOR);

    final Neo neo;
    final Sealing sealing;

    Town(String storage, KeyStore keys) {
        this(Neo.open(storage), keys);
    }

    Town(Neo neo, KeyStore keys) {
        this.neo = neo;
        try {
            this.sealing = Sealing.of(neo, keys);
            sealing.declare(Contact.CONTACTS);
        } catch (RuntimeException | Error e) {
            neo.close();
            throw e;
        }
    }

    <R> R write(TenantId tenant, Function<SealedDocuments<Contact>, R> work) {
        return neo.store().write(Contention.none(), tx -> work.apply(sealing.documents(tx, Contact.CONTACTS, tenant)));
    }

    <R> R read(TenantId tenant, Function<SealedDocuments<Contact>, R> work) {
        return neo.store().read(tx -> work.apply(sealing.documents(tx, Contact.CONTACTS, tenant)));
    }

    Document<Contact> add(Contact contact) {
        return write(LAON, contacts -> contacts.insert(contact));
    }

    Optional<Contact> get(String id) {
        return read(LAON, contacts -> contacts.get(id)).map(Document::value);
    }

    List<Contact> withEmail(String email) {
        return read(LAON, contacts -> contacts.find("email", email)).stream()
                .map(Document::value)
                .toList();
    }

    /** What stands in the store. */
    SealedDocument stored(TenantId tenant, String id) {
        return neo.store()
                .read(tx -> tx.documents(Contact.CONTACTS.stored(), tenant)
                        .require(id)
                        .value());
    }

    /** Puts something into the store as somebody with write access to it would. */
    void forge(TenantId tenant, SealedDocument document) {
        neo.store().write(Contention.none(), tx -> {
            var documents = tx.documents(Contact.CONTACTS.stored(), tenant);
            return documents
                    .get(document.id())
                    .map(known -> documents.update(document, known.version()))
                    .orElseGet(() -> documents.insert(document));
        });
    }

    @Override
    public void close() {
        neo.close();
    }
}
