package fr.aisneneo.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.time.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartyTest {
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 31);

    private static Party anne() {
        return new Party(
                new PartyId(new UUID(1, 1)), PartyKind.PERSON, List.of(), Instant.parse("2026-01-01T00:00:00Z"), null);
    }

    private static Profile profile(ProfileKind kind, LocalDate from, LocalDate through) {
        return new Profile(kind, new Validity(from, through), "dossier 2026-17");
    }

    @Test
    void profilesHoldFromTheirFirstToTheirLastDay() {
        Party party = anne().with(profile(ProfileKind.RESIDENT, JUNE, DECEMBER))
                .with(profile(ProfileKind.NON_RESIDENT, JANUARY, JUNE.minusDays(1)))
                .with(profile(ProfileKind.INDEPENDENT, JUNE, null));
        assertThat(party.profilesOn(JANUARY.minusDays(1))).isEmpty();
        assertThat(party.profilesOn(JANUARY)).containsExactly(ProfileKind.NON_RESIDENT);
        assertThat(party.profilesOn(JUNE.minusDays(1))).containsExactly(ProfileKind.NON_RESIDENT);
        assertThat(party.profilesOn(JUNE)).containsExactlyInAnyOrder(ProfileKind.RESIDENT, ProfileKind.INDEPENDENT);
        assertThat(party.profilesOn(DECEMBER.plusDays(1))).containsExactly(ProfileKind.INDEPENDENT);
        assertThat(party.profiles()).extracting(Profile::kind).startsWith(ProfileKind.NON_RESIDENT);
    }

    @Test
    void profilesThatExcludeEachOtherNeverHoldOnTheSameDay() {
        Party resident = anne().with(profile(ProfileKind.RESIDENT, JANUARY, null));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> resident.with(profile(ProfileKind.NON_RESIDENT, JUNE, JUNE)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.profile.contradicts"))
                .satisfies(e -> assertThat(e.message(Locale.FRENCH))
                        .isEqualTo("Le profil « non-habitant » ne peut pas valoir les mêmes jours que « habitant »"
                                + " (à partir du 2026-01-01). Mettez d’abord fin à celui-ci."));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> resident.with(profile(ProfileKind.RESIDENT, JUNE, null)));
        assertThat(resident.with(profile(ProfileKind.STARTUP, JUNE, null)).profilesOn(JUNE))
                .hasSize(2);
    }

    @Test
    void exclusionIsMutual() {
        for (ProfileKind one : ProfileKind.values()) {
            for (ProfileKind other : ProfileKind.values()) {
                boolean forward = profile(one, JUNE, null).contradicts(profile(other, JANUARY, null));
                boolean backward = profile(other, JANUARY, null).contradicts(profile(one, JUNE, null));
                assertThat(forward).as(one + " and " + other).isEqualTo(backward);
            }
            assertThat(profile(one, JUNE, null).contradicts(profile(one, JUNE, JUNE)))
                    .isTrue();
        }
    }

    @Test
    void aProfileIsEndedMovedOrTakenAway() {
        Party party = anne().with(profile(ProfileKind.RESIDENT, JANUARY, null));
        Party ended = party.ending(ProfileKind.RESIDENT, JANUARY, JUNE);
        assertThat(ended.profilesOn(JUNE)).isNotEmpty();
        assertThat(ended.profilesOn(JUNE.plusDays(1))).isEmpty();
        assertThat(ended.ending(ProfileKind.RESIDENT, JANUARY, DECEMBER).profilesOn(DECEMBER))
                .isNotEmpty();
        assertThat(party.ending(ProfileKind.RESIDENT, JANUARY, JANUARY.minusDays(1))
                        .profiles())
                .isEmpty();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> party.ending(ProfileKind.RESIDENT, JANUARY, JANUARY.minusDays(2)));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> party.ending(ProfileKind.RESIDENT, JUNE, DECEMBER))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.profile.unknown"));
        Party again = ended.with(profile(ProfileKind.RESIDENT, DECEMBER, null));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> again.ending(ProfileKind.RESIDENT, JANUARY, DECEMBER));
    }

    @Test
    void theNumberOfProfilesIsBounded() {
        Party party = anne();
        for (int i = 0; i < Party.MOST_PROFILES; i++) {
            party = party.with(profile(ProfileKind.RESIDENT, JANUARY.plusDays(i), JANUARY.plusDays(i)));
        }
        Party full = party;
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> full.with(profile(ProfileKind.STARTUP, JANUARY, null)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.profile.too_many"));
        assertThat(full.with(full.profiles().get(0))).as("the same again").isSameAs(full);
    }

    @Test
    void erasingTakesTheReferencesToEvidenceAway() {
        Party erased = anne().with(profile(ProfileKind.RESIDENT, JANUARY, null))
                .erasedAt(Instant.parse("2026-11-23T08:30:00Z"));
        assertThat(erased.profiles()).extracting(Profile::evidence).containsOnlyNulls();
        assertThat(erased.profilesOn(JUNE)).containsExactly(ProfileKind.RESIDENT);
    }
}
