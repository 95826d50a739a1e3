package fr.aisneneo.core.internal.directory;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.storage.DocumentCollection;
import java.time.Instant;

/**
 * The personal data of a party, in a collection of its own: it is deleted alone, and can be sealed alone.
 *
 * @param party whose
 * @param data the data
 * @param changed when it was last changed
 */
public record PersonalRecord(PartyId party, PersonalData data, Instant changed) {
    /** All personal data. */
    public static final DocumentCollection<PersonalRecord> COLLECTION = DocumentCollection.json(
                    "personal_data",
                    PersonalRecord.class,
                    entry -> entry.party().text())
            .build();
}
