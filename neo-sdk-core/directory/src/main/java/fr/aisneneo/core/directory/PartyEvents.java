package fr.aisneneo.core.directory;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.party.PartyId;

/**
 * What the directory writes into the journal, in the transaction of the change: pseudonyms, never personal data.
 *
 * <p>Immutable and thread-safe.
 */
public final class PartyEvents {
    /** A party was registered. */
    public static final EventType<PartyRegistered> REGISTERED =
            new EventType<>("party.registered", PartyRegistered.class);

    /** A party was given a profile. */
    public static final EventType<ProfileChanged> PROFILE_ADDED =
            new EventType<>("party.profile.added", ProfileChanged.class);

    /** A profile was given another last day, or taken away as entered by mistake. */
    public static final EventType<ProfileChanged> PROFILE_ENDED =
            new EventType<>("party.profile.ended", ProfileChanged.class);

    /** Personal data was entered or changed. */
    public static final EventType<PersonalDataChanged> PERSONAL_DATA_CHANGED =
            new EventType<>("party.personal_data.changed", PersonalDataChanged.class);

    /** Personal data was erased. */
    public static final EventType<PartyErased> ERASED = new EventType<>("party.erased", PartyErased.class);

    private PartyEvents() {}

    /**
     * What the events of a party are about.
     *
     * @param id the party
     * @return its aggregate: {@code party} and its id
     */
    public static Aggregate aggregate(PartyId id) {
        return Aggregate.of("party", id);
    }
}
