package fr.aisneneo.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.internal.directory.PersonalRecord;
import fr.aisneneo.core.party.Party;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.party.Profile;
import fr.aisneneo.core.party.ProfileKind;
import fr.aisneneo.core.sealing.ErasureReport;
import fr.aisneneo.core.sealing.SealedDocument;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartiesTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final TenantId SOISSONS = new TenantId("soissons");
    private static final PartyId ANNE = new PartyId(new UUID(1, 1));
    private static final PartyId BRUNO = new PartyId(new UUID(1, 2));
    private static final Actor AS_ANNE = Actor.of(ANNE, LAON, Role.MEMBER);
    private static final Actor AS_BRUNO = Actor.of(BRUNO, LAON, Role.MEMBER);
    private static final Actor OPERATOR = Actor.of(new PartyId(new UUID(2, 1)), LAON, Role.OPERATOR);
    private static final Actor ADMINISTRATOR = Actor.of(new PartyId(new UUID(2, 2)), LAON, Role.ADMINISTRATOR);
    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 1);
    private static final Profile RESIDENT =
            new Profile(ProfileKind.RESIDENT, Validity.since(JANUARY), "justificatif 4711");
    private static final PersonalData DATA = new PersonalData("Anne Martin", "anne@example.org", "0323202020");

    private final Neo neo = Neo.builder()
            .clock(() -> Instant.parse("2026-11-23T08:30:00Z"))
            .withoutDiscovery()
            .open();
    private final Parties parties = Parties.of(neo, Sealing.of(neo, new MemoryKeyStore()));

    @AfterEach
    void close() {
        neo.close();
    }

    private List<Event> journal() {
        return neo.journal().read(ADMINISTRATOR, 0, 100);
    }

    private static void assertForbidden(ThrowingCallable call) {
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(call);
    }

    @Test
    void aPartyIsRegisteredOnce() {
        Party anne = parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        assertThat(anne.registered()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(parties.register(AS_ANNE, ANNE, PartyKind.PERSON)).isEqualTo(anne);
        assertThat(parties.party(AS_ANNE, ANNE)).isEqualTo(anne);
        assertThat(journal()).extracting(Event::type).containsExactly("party.registered");
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> parties.register(AS_ANNE, ANNE, PartyKind.ORGANISATION))
                .satisfies(e -> assertThat(e.facts()).containsEntry("fields", "kind"));
    }

    @Test
    void registeringAgainGivesThePartyAsItIsNowWhoeverDoesItAndWhateverWasForgotten() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T08:30:00Z"));
        try (Neo later = Neo.builder().clock(now::get).withoutDiscovery().open()) {
            Parties directory = Parties.of(later, Sealing.of(later, new MemoryKeyStore()));
            directory.register(AS_ANNE, ANNE, PartyKind.PERSON);
            directory.addProfile(OPERATOR, ANNE, RESIDENT);
            directory.erase(AS_ANNE, ANNE);
            Party erased = directory.party(AS_ANNE, ANNE);
            assertThat(directory.register(AS_ANNE, ANNE, PartyKind.PERSON)).isEqualTo(erased);
            assertThat(directory.register(OPERATOR, ANNE, PartyKind.PERSON)).isEqualTo(erased);

            now.set(now.get().plus(Duration.ofDays(500)));
            later.commands().purge(now.get().minus(Duration.ofDays(400)));
            assertThat(directory.register(AS_ANNE, ANNE, PartyKind.PERSON)).isEqualTo(erased);
            assertThatExceptionOfType(ConflictException.class)
                    .isThrownBy(() -> directory.register(AS_ANNE, ANNE, PartyKind.ORGANISATION))
                    .satisfies(e -> assertThat(e.facts()).containsEntry("fields", "kind"));
        }
    }

    @Test
    void aProfileIsGivenEndedAndTakenAwayWithOneEventEach() {
        parties.register(OPERATOR, ANNE, PartyKind.PERSON);
        parties.addProfile(OPERATOR, ANNE, RESIDENT);
        parties.addProfile(OPERATOR, ANNE, RESIDENT);
        assertThat(parties.party(AS_ANNE, ANNE).profilesOn(JANUARY)).containsExactly(ProfileKind.RESIDENT);
        assertThat(parties.party(OPERATOR, ANNE).profiles()).containsExactly(RESIDENT);

        parties.endProfile(OPERATOR, ANNE, ProfileKind.RESIDENT, JANUARY, LocalDate.of(2026, 6, 30));
        assertThat(parties.party(OPERATOR, ANNE).profilesOn(LocalDate.of(2026, 7, 1)))
                .isEmpty();
        parties.endProfile(OPERATOR, ANNE, ProfileKind.RESIDENT, JANUARY, JANUARY.minusDays(1));
        assertThat(parties.party(OPERATOR, ANNE).profiles()).isEmpty();

        assertThat(journal())
                .extracting(Event::type)
                .containsExactly(
                        "party.registered", "party.profile.added", "party.profile.ended", "party.profile.ended");
        assertThat(neo.journal()
                        .payload(journal().get(2), PartyEvents.PROFILE_ENDED)
                        .validity())
                .isEqualTo(new Validity(JANUARY, LocalDate.of(2026, 6, 30)));
    }

    @Test
    void aRefusedProfileLeavesNothing() {
        parties.register(OPERATOR, ANNE, PartyKind.PERSON);
        parties.addProfile(OPERATOR, ANNE, RESIDENT);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> parties.addProfile(
                        OPERATOR, ANNE, Profile.of(ProfileKind.NON_RESIDENT, Validity.since(JANUARY))));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> parties.addProfile(OPERATOR, BRUNO, RESIDENT));
        assertThat(parties.party(OPERATOR, ANNE).profiles()).containsExactly(RESIDENT);
        assertThat(journal()).hasSize(2);
    }

    @Test
    void personalDataIsSeenByThePartyItselfAndByOperatorsOnly() {
        parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        parties.describe(AS_ANNE, ANNE, DATA);
        assertThat(parties.personalData(AS_ANNE, ANNE)).contains(DATA);
        assertThat(parties.personalData(OPERATOR, ANNE)).contains(DATA);
        assertForbidden(() -> parties.personalData(AS_BRUNO, ANNE));
        assertForbidden(() -> parties.personalData(ADMINISTRATOR, ANNE));
        assertForbidden(() -> parties.personalData(Actor.of(ANNE, LAON), ANNE));
    }

    @Test
    void aMemberLearnsNothingAboutOthersNotEvenWhetherTheyExist() {
        parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        PartyId nobody = new PartyId(new UUID(1, 99));
        for (PartyId other : List.of(ANNE, nobody)) {
            assertForbidden(() -> parties.party(AS_BRUNO, other));
            assertForbidden(() -> parties.personalData(AS_BRUNO, other));
            assertForbidden(() -> parties.describe(AS_BRUNO, other, DATA));
            assertForbidden(() -> parties.erase(AS_BRUNO, other));
            assertForbidden(() -> parties.addProfile(AS_BRUNO, other, RESIDENT));
            assertForbidden(() -> parties.endProfile(AS_BRUNO, other, ProfileKind.RESIDENT, JANUARY, JANUARY));
            assertForbidden(() -> parties.register(AS_BRUNO, other, PartyKind.PERSON));
        }
        assertForbidden(() -> parties.parties(AS_BRUNO, 10, Optional.empty()));
        assertForbidden(() -> parties.addProfile(AS_ANNE, ANNE, RESIDENT));
        ForbiddenException one = catchThrowableOfType(ForbiddenException.class, () -> parties.party(AS_BRUNO, ANNE));
        ForbiddenException other =
                catchThrowableOfType(ForbiddenException.class, () -> parties.party(AS_BRUNO, nobody));
        assertThat(one.getMessage()).isEqualTo(other.getMessage());
    }

    @Test
    void personalDataIsNeitherInTheJournalNorBesideTheParty() {
        parties.register(OPERATOR, ANNE, PartyKind.PERSON);
        parties.addProfile(OPERATOR, ANNE, RESIDENT);
        parties.describe(OPERATOR, ANNE, DATA);
        parties.describe(OPERATOR, ANNE, DATA);
        parties.describe(OPERATOR, ANNE, new PersonalData("Anne Durand", "anne@example.org", "0323202020"));
        parties.erase(OPERATOR, ANNE);
        assertThat(journal())
                .extracting(Event::type)
                .containsExactly(
                        "party.registered",
                        "party.profile.added",
                        "party.personal_data.changed",
                        "party.personal_data.changed",
                        "party.erased");
        assertThat(neo.journal()
                        .payload(journal().get(3), PartyEvents.PERSONAL_DATA_CHANGED)
                        .fields())
                .containsExactly("displayName");
        for (String secret : List.of("Anne", "Martin", "Durand", "example.org", "323202020", "4711")) {
            assertThat(journal().toString()).doesNotContain(secret);
            assertThat(parties.party(OPERATOR, ANNE).toString()).doesNotContain(secret);
        }
    }

    @Test
    void erasingRemovesThePersonalDataForGoodAndKeepsThePseudonym() {
        parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        parties.addProfile(OPERATOR, ANNE, RESIDENT);
        parties.describe(AS_ANNE, ANNE, DATA);

        ErasureReport report = parties.erase(AS_ANNE, ANNE);

        Party erased = parties.party(AS_ANNE, ANNE);
        assertThat(report.documents()).containsExactly(Map.entry("personal_data", 1L));
        assertThat(report.purposes()).containsExactly("contact");
        assertThat(report.complete()).isTrue();

        assertThat(erased.erased()).isEqualTo("2026-11-23T08:30:00Z");
        assertThat(erased.profilesOn(JANUARY)).containsExactly(ProfileKind.RESIDENT);
        assertThat(erased.profiles()).extracting(Profile::evidence).containsOnlyNulls();
        assertThat(parties.personalData(OPERATOR, ANNE)).isEmpty();
        List<SealedDocument> left = neo.store()
                .read(tx -> tx.documents(PersonalRecord.COLLECTION.stored(), LAON)
                        .scan(Scan.byId())
                        .values());
        assertThat(left).isEmpty();
        assertThat(parties.erase(OPERATOR, ANNE)).isEqualTo(report);
        assertThat(parties.party(OPERATOR, ANNE)).isEqualTo(erased);
        assertThat(journal())
                .extracting(Event::type)
                .filteredOn("party.erased"::equals)
                .hasSize(1);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> parties.describe(AS_ANNE, ANNE, DATA))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.erased"));
        parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        assertThat(parties.party(AS_ANNE, ANNE))
                .as("a repeated command undoes nothing")
                .isEqualTo(erased);
    }

    @Test
    void anErasedPartyIsGivenNoProfileAndSoNoEvidence() {
        parties.register(OPERATOR, ANNE, PartyKind.PERSON);
        parties.addProfile(OPERATOR, ANNE, RESIDENT);
        parties.erase(OPERATOR, ANNE);
        Party erased = parties.party(OPERATOR, ANNE);
        Profile evident = new Profile(ProfileKind.INDEPENDENT, Validity.since(JANUARY), "Anne Martin, 3 rue du Puits");
        for (ThrowingCallable change : List.<ThrowingCallable>of(
                () -> parties.addProfile(OPERATOR, ANNE, evident),
                () -> parties.addProfile(OPERATOR, ANNE, RESIDENT),
                () -> parties.endProfile(OPERATOR, ANNE, ProfileKind.RESIDENT, JANUARY, LocalDate.of(2026, 6, 30)))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(change)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("party.erased"));
        }
        assertThat(parties.party(OPERATOR, ANNE)).isEqualTo(erased);
    }

    @Test
    void erasingAgainTakesAwayEvidenceThatWasLeft() {
        parties.register(OPERATOR, ANNE, PartyKind.PERSON);
        parties.erase(OPERATOR, ANNE);
        Party erased = parties.party(OPERATOR, ANNE);
        neo.store()
                .write(
                        Contention.none(),
                        tx -> tx.documents(PartyRecords.COLLECTION, LAON)
                                .update(
                                        new Party(
                                                ANNE,
                                                PartyKind.PERSON,
                                                List.of(RESIDENT),
                                                erased.registered(),
                                                erased.erased()),
                                        tx.documents(PartyRecords.COLLECTION, LAON)
                                                .require(ANNE.text())
                                                .version()));

        parties.erase(OPERATOR, ANNE);
        Party again = parties.party(OPERATOR, ANNE);

        assertThat(again.erased()).isEqualTo(erased.erased());
        assertThat(again.profilesOn(JANUARY)).containsExactly(ProfileKind.RESIDENT);
        assertThat(parties.party(OPERATOR, ANNE)).isEqualTo(again);
        assertThat(again.profiles()).extracting(Profile::evidence).containsOnlyNulls();
        assertThat(journal())
                .extracting(Event::type)
                .filteredOn("party.erased"::equals)
                .hasSize(1);
    }

    @Test
    void whatIsTakenBackByATransactionWasNeverThere() {
        try {
            neo.atomically(() -> {
                parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
                parties.describe(AS_ANNE, ANNE, DATA);
                throw new IllegalStateException();
            });
        } catch (IllegalStateException e) {
            assertThat(parties.personalData(AS_ANNE, ANNE)).isEmpty();
        }
        assertThat(journal()).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> parties.describe(AS_ANNE, ANNE, DATA));
    }

    @Test
    void tenantsDoNotShareParties() {
        Actor neighbour = Actor.of(new PartyId(new UUID(3, 1)), SOISSONS, Role.OPERATOR);
        parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        parties.describe(AS_ANNE, ANNE, DATA);
        assertThat(parties.personalData(neighbour, ANNE)).isEmpty();
        NotFoundException there = catchThrowableOfType(NotFoundException.class, () -> parties.party(neighbour, ANNE));
        assertThat(there.facts()).isEqualTo(Map.of("id", ANNE));
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> parties.erase(neighbour, ANNE));
        assertThat(parties.parties(neighbour, 10, Optional.empty()).values()).isEmpty();

        parties.register(neighbour, ANNE, PartyKind.ORGANISATION);
        parties.describe(neighbour, ANNE, PersonalData.named("Une autre"));
        parties.erase(neighbour, ANNE);
        assertThat(parties.personalData(AS_ANNE, ANNE)).contains(DATA);
        assertThat(parties.party(AS_ANNE, ANNE).kind()).isEqualTo(PartyKind.PERSON);
    }

    @Test
    void aCursorOfOneTenantShowsAnotherOnlyItsOwn() {
        Actor neighbour = Actor.of(new PartyId(new UUID(3, 1)), SOISSONS, Role.OPERATOR);
        for (int i = 0; i < 5; i++) {
            parties.register(OPERATOR, new PartyId(new UUID(5, i)), PartyKind.PERSON);
            parties.register(neighbour, new PartyId(new UUID(5, i)), PartyKind.ORGANISATION);
        }
        Page<Party> first = parties.parties(OPERATOR, 2, Optional.empty());
        assertThat(first.values()).hasSize(2);
        assertThat(parties.parties(neighbour, 10, first.next()).values())
                .hasSize(3)
                .allMatch(party -> party.kind() == PartyKind.ORGANISATION);
    }

    @Test
    void theStandingOfAPseudonymIsToldWhoeverActs() {
        assertThat(parties.standing(LAON, ANNE)).isEqualTo(PartyStanding.NO_DIRECTORY);
        parties.register(OPERATOR, BRUNO, PartyKind.PERSON);
        assertThat(parties.standing(LAON, ANNE)).isEqualTo(PartyStanding.UNKNOWN);
        parties.register(AS_ANNE, ANNE, PartyKind.PERSON);
        assertThat(parties.standing(LAON, ANNE)).isEqualTo(PartyStanding.REGISTERED);
        assertThat(parties.isErased(LAON, ANNE)).isFalse();
        parties.erase(AS_ANNE, ANNE);
        assertThat(parties.standing(LAON, ANNE)).isEqualTo(PartyStanding.ERASED);
        assertThat(parties.isErased(LAON, ANNE)).isTrue();
        assertThat(parties.isErased(SOISSONS, ANNE)).isFalse();
        assertThat(parties.standing(SOISSONS, ANNE)).isEqualTo(PartyStanding.NO_DIRECTORY);
    }

    @Test
    void withoutAKeyStorePersonalDataIsRefusedAndTheRestWorks() {
        Parties bare = Parties.of(neo);
        bare.register(AS_ANNE, ANNE, PartyKind.PERSON);
        bare.addProfile(OPERATOR, ANNE, RESIDENT);
        assertThat(bare.party(AS_ANNE, ANNE).profiles()).containsExactly(RESIDENT);
        for (ThrowingCallable personal : List.<ThrowingCallable>of(
                () -> bare.describe(AS_ANNE, ANNE, DATA),
                () -> bare.personalData(AS_ANNE, ANNE),
                () -> bare.withEmail(OPERATOR, "anne@example.org"),
                () -> bare.erase(AS_ANNE, ANNE))) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(personal)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.required"))
                    .withMessageContaining("Sealing.open(neo, \"file:keys\")");
        }
        assertThat(parties.personalData(OPERATOR, ANNE)).isEmpty();
        assertForbidden(() -> bare.describe(AS_BRUNO, ANNE, DATA));
    }

    @Test
    void operatorsFindWhoHasAnAddress() {
        for (PartyId id : List.of(ANNE, BRUNO)) {
            parties.register(OPERATOR, id, PartyKind.PERSON);
            parties.describe(OPERATOR, id, new PersonalData("Famille Martin", "Anne@Example.org", null));
        }
        assertThat(parties.withEmail(OPERATOR, " anne@example.ORG")).containsExactly(ANNE, BRUNO);
        assertForbidden(() -> parties.withEmail(AS_ANNE, "anne@example.org"));
        parties.erase(OPERATOR, ANNE);
        assertThat(parties.withEmail(OPERATOR, "anne@example.org")).containsExactly(BRUNO);
        parties.describe(OPERATOR, BRUNO, PersonalData.named("Bruno Martin"));
        assertThat(parties.withEmail(OPERATOR, "anne@example.org")).isEmpty();
    }
}
