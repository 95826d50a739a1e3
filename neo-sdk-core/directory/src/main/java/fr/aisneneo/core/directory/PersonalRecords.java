package fr.aisneneo.core.directory;

import fr.aisneneo.core.internal.directory.PersonalRecord;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PersonalData;
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

    /** Returns the names of the fields that are different now. */
    List<String> put(PartyId id, PersonalData data, Instant now) {
        Optional<Document<PersonalRecord>> known = records.get(id.text());
        List<String> fields = data.differences(known.map(found -> found.value().data()));
        if (!fields.isEmpty()) {
            PersonalRecord entry = new PersonalRecord(id, data, now);
            known.ifPresentOrElse(found -> records.update(entry, found.version()), () -> records.insert(entry));
        }
        return fields;
    }
}
