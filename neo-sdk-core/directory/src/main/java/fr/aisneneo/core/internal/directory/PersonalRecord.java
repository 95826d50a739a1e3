package fr.aisneneo.core.internal.directory;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.sealing.Sealed;
import fr.aisneneo.core.sealing.SealedCollection;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The personal data of a party, in a collection of its own, sealed.
 *
 * @param party whose
 * @param data the data
 * @param changed when it was last changed
 */
public record PersonalRecord(PartyId party, @Sealed PersonalData data, Instant changed) {
    /** The name of the index by e-mail address. */
    public static final String EMAIL = "email";

    /** All personal data. */
    public static final SealedCollection<PersonalRecord> COLLECTION = SealedCollection.of(
                    "personal_data", PersonalRecord.class)
            .id(entry -> entry.party().text())
            .owner(PersonalRecord::party)
            .purpose("contact")
            .blindIndex(EMAIL, PersonalRecord::email, PersonalRecord::normal)
            .build();

    private @Nullable String email() {
        return data.email();
    }

    /** Capitals make no other address, nor do accents that are written in two characters. */
    private static String normal(String email) {
        return Normalizer.normalize(email.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
