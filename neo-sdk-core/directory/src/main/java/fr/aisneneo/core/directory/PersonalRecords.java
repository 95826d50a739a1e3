package fr.aisneneo.core.directory;

import fr.aisneneo.core.internal.directory.PersonalRecord;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.sealing.ReadyDocument;
import fr.aisneneo.core.sealing.SealedDocuments;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The personal data of a tenant's parties within one transaction: the only code that touches it. */
final class PersonalRecords {
    private final SealedDocuments<PersonalRecord> records;

    PersonalRecords(Sealing sealing, Transaction tx, TenantId tenant) {
        records = sealing.documents(tx, PersonalRecord.COLLECTION, tenant);
    }

    Optional<PersonalData> find(PartyId id) {
        return records.get(id.text()).map(found -> found.value().data());
    }

    List<PartyId> withEmail(String email) {
        return records.find(PersonalRecord.EMAIL, email).stream()
                .map(found -> found.value().party())
                .toList();
    }

    /** Whether there is none yet, as far as can be told before the transaction that writes. */
    static boolean isNew(Transaction tx, TenantId tenant, PartyId id) {
        return tx.documents(PersonalRecord.COLLECTION.stored(), tenant)
                .get(id.text())
                .isEmpty();
    }

    /** Makes the key, and seals what is new. */
    static Optional<ReadyDocument<PersonalRecord>> prepare(
            Sealing sealing, TenantId tenant, PersonalRecord entry, boolean isNew) {
        if (isNew) {
            return Optional.of(sealing.seal(tenant, PersonalRecord.COLLECTION, entry));
        }
        sealing.prepare(tenant, entry.party(), PersonalRecord.COLLECTION);
        return Optional.empty();
    }

    /**
     * Returns the names of the fields that are different now.
     *
     * @param ready the data as a new record, already sealed, if there seemed to be no record
     */
    List<String> put(PartyId id, PersonalData data, Instant now, Optional<ReadyDocument<PersonalRecord>> ready) {
        Optional<Document<PersonalRecord>> known = records.get(id.text());
        List<String> fields = data.differences(known.map(found -> found.value().data()));
        if (!fields.isEmpty()) {
            PersonalRecord entry = new PersonalRecord(id, data, now);
            known.ifPresentOrElse(
                    found -> records.update(entry, found.version()),
                    () -> ready.ifPresentOrElse(records::insert, () -> records.insert(entry)));
        }
        return fields;
    }
}
