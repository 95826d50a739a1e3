package fr.aisneneo.core.party;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organisation, as a pseudonym with dated profiles. Its name and contact are {@link PersonalData}, kept
 * apart, so that they can be erased while statistics and the journal stay whole.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its pseudonym
 * @param kind what it is
 * @param profiles what it is and was to the territory, by first day, up to {@value #MOST_PROFILES}
 * @param registered when it was registered
 * @param erased when its personal data was erased, or null
 */
public record Party(
        PartyId id,
        PartyKind kind,
        List<Profile> profiles,
        Instant registered,
        @Nullable Instant erased) {
    /** The most profiles, past ones included. */
    public static final int MOST_PROFILES = 100;

    /**
     * Sorts the profiles.
     *
     * @throws InvalidInputException {@code input.required}
     */
    public Party {
        if (id == null || kind == null || registered == null) {
            throw new InvalidInputException(
                    CoreError.INPUT_REQUIRED,
                    id == null ? "party.id" : kind == null ? "party.kind" : "party.registered");
        }
        profiles = profiles == null
                ? List.of()
                : profiles.stream()
                        .sorted(Comparator.comparing(
                                        (Profile profile) -> profile.validity().from())
                                .thenComparing(Profile::kind))
                        .toList();
    }

    /**
     * What it is on a day.
     *
     * @param day the day
     * @return the kinds of its profiles that hold then
     */
    public Set<ProfileKind> profilesOn(LocalDate day) {
        return profiles.stream()
                .filter(profile -> profile.validity().includes(day))
                .map(Profile::kind)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The same party with one profile more.
     *
     * @param profile the profile
     * @return the changed party, or this one if it has just this profile
     * @throws RefusedException {@code party.profile.contradicts} if another one that excludes it holds on a day of its,
     *     {@code party.profile.too_many}
     */
    public Party with(Profile profile) {
        if (profiles.contains(profile)) {
            return this;
        }
        profiles.stream().filter(profile::contradicts).findFirst().ifPresent(other -> {
            throw new RefusedException(
                    PartyError.PROFILE_CONTRADICTS,
                    Map.of(
                            "kind", new ProfileName(profile.kind()),
                            "other", new ProfileName(other.kind()),
                            "from", other.validity().from()));
        });
        if (profiles.size() == MOST_PROFILES) {
            throw new RefusedException(PartyError.PROFILES_TOO_MANY, Map.of("limit", MOST_PROFILES));
        }
        List<Profile> more = new ArrayList<>(profiles);
        more.add(profile);
        return new Party(id, kind, more, registered, erased);
    }

    /**
     * The same party, one of its profiles ending on another day.
     *
     * @param of the kind of the profile
     * @param from its first day
     * @param lastDay its last day; the day before the first takes the profile away as entered by mistake
     * @return the changed party
     * @throws RefusedException {@code party.profile.unknown} if it has no such profile,
     *     {@code party.profile.contradicts} if it would last into another one that excludes it
     * @throws InvalidInputException {@code input.reversed} for an earlier last day
     */
    public Party ending(ProfileKind of, LocalDate from, LocalDate lastDay) {
        Profile ended = profile(of, from)
                .orElseThrow(() -> new RefusedException(
                        PartyError.PROFILE_UNKNOWN, Map.of("kind", new ProfileName(of), "from", from)));
        List<Profile> others = new ArrayList<>(profiles);
        others.remove(ended);
        Party without = new Party(id, kind, others, registered, erased);
        return lastDay.equals(from.minusDays(1))
                ? without
                : without.with(ended.valid(ended.validity().through(lastDay)));
    }

    /**
     * One of its profiles.
     *
     * @param of the kind
     * @param from its first day
     * @return the profile, if it has it
     */
    public Optional<Profile> profile(ProfileKind of, LocalDate from) {
        return profiles.stream()
                .filter(profile ->
                        profile.kind() == of && profile.validity().from().equals(from))
                .findFirst();
    }

    /**
     * The same party without what may lead to the person: references to evidence.
     *
     * @param at when its personal data was erased
     * @return the changed party
     */
    public Party erasedAt(Instant at) {
        List<Profile> bare = profiles.stream().map(Profile::withoutEvidence).toList();
        return new Party(id, kind, bare, registered, at);
    }
}
