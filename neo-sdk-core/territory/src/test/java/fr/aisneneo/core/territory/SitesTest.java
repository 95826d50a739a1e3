package fr.aisneneo.core.territory;

import static fr.aisneneo.core.territory.Aisne.ADMINISTRATOR;
import static fr.aisneneo.core.territory.Aisne.LAON;
import static fr.aisneneo.core.territory.Aisne.MEMBER;
import static fr.aisneneo.core.territory.Aisne.PARIS;
import static fr.aisneneo.core.territory.Aisne.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SitesTest {
    private static final InseeCode HIRSON = new InseeCode("02381");

    private final Neo neo = Aisne.neo();
    private final Territory territory = Territory.of(neo);

    @BeforeEach
    void twoCommunesAreKnown() {
        territory.putCommune(REFERENCE, Commune.of(LAON, "Laon", Validity.since(Aisne.COG_2026)));
        territory.putCommune(REFERENCE, Commune.of(HIRSON, "Hirson", Validity.since(Aisne.COG_2026)));
    }

    @AfterEach
    void close() {
        neo.close();
    }

    private static SiteId id(int number) {
        return new SiteId(new UUID(1, number));
    }

    private static Site hub() {
        return Site.of(id(1), "Hub de Laon", SiteKind.HUB, LAON, PARIS)
                .at(Address.of("1 rue du Bourg", "02000", "Laon"));
    }

    private List<String> events() {
        return neo.journal().read(ADMINISTRATOR, 0, 100).stream()
                .map(Event::type)
                .toList();
    }

    private static void assertNoSite(ThrowingCallable call, SiteId id) {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo("territory.site.not_found"))
                .satisfies(e -> assertThat(e.facts()).isEqualTo(Map.of("id", id)));
    }

    @Test
    void theHubAndTheFiveBranchesAreSitesOfTheirRealCommunes() {
        territory.importCommunes(REFERENCE, Aisne.real());
        Map<String, String> branches = Map.of(
                "02691", "Saint-Quentin",
                "02722", "Soissons",
                "02168", "Château-Thierry",
                "02789", "Vervins",
                "02381", "Hirson");
        territory.addSite(ADMINISTRATOR, hub());
        branches.forEach((code, name) -> territory.addSite(
                ADMINISTRATOR,
                Site.of(
                        id(Integer.parseInt(code)),
                        "Antenne de " + name,
                        SiteKind.BRANCH,
                        new InseeCode(code),
                        PARIS)));

        assertThat(territory.sites(MEMBER))
                .hasSize(6)
                .allSatisfy(entry -> assertThat(entry.site().name())
                        .endsWith(territory
                                .commune(entry.site().commune())
                                .orElseThrow()
                                .name()))
                .extracting(entry -> entry.site().name())
                .containsExactly(
                        "Antenne de Château-Thierry",
                        "Antenne de Hirson",
                        "Antenne de Saint-Quentin",
                        "Antenne de Soissons",
                        "Antenne de Vervins",
                        "Hub de Laon");
    }

    @Test
    void aSiteIsFoundAsItWasAddedAndAddedOnce() {
        assertThat(territory.addSite(ADMINISTRATOR, hub())).isEqualTo(hub());
        assertThat(territory.addSite(ADMINISTRATOR, hub())).isEqualTo(hub());
        assertThat(territory.site(MEMBER, hub().id())).isEqualTo(hub());
        assertThat(territory.sites(MEMBER)).extracting(SiteEntry::site).containsExactly(hub());
        assertThat(events()).containsExactly("territory.site.added");
    }

    @Test
    void aDomainFindsATenantsOwnSiteWhoeverActsAlsoWhenItIsClosed() {
        territory.addSite(ADMINISTRATOR, hub());
        territory.closeSite(ADMINISTRATOR, hub().id(), LocalDate.of(2026, 1, 31));
        assertThat(territory.siteOf(ADMINISTRATOR.tenant(), hub().id()))
                .contains(hub().until(LocalDate.of(2026, 1, 31)));
        assertThat(territory.siteOf(new TenantId("elsewhere"), hub().id())).isEmpty();
    }

    @Test
    void anIdThatIsUsedForAnotherSiteNamesTheFieldsThatDiffer() {
        territory.addSite(ADMINISTRATOR, hub());
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> territory.addSite(ADMINISTRATOR, hub().named("Autre")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("command.repeated_differently"))
                .satisfies(e -> assertThat(e.facts()).containsEntry("fields", "name"));
    }

    @Test
    void aProgramNamesItsSitesAtEveryStartAlsoWhenItsCommandsAreForgotten() {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T08:30:00Z"));
        try (Neo running = Neo.builder().clock(now::get).withoutDiscovery().open()) {
            Territory.of(running).addSite(ADMINISTRATOR, hub());
            now.set(now.get().plus(Duration.ofDays(500)));
            running.commands().purge(now.get().minus(Duration.ofDays(1)));
            assertThat(Territory.of(running).addSite(ADMINISTRATOR, hub())).isEqualTo(hub());
            assertThat(running.journal().read(ADMINISTRATOR, 0, 100)).hasSize(1);
        }
    }

    @Test
    void theSameSiteIsNamedByAnotherAdministratorToo() {
        territory.addSite(ADMINISTRATOR, hub());
        Actor colleague = Actor.of(new PartyId(new UUID(7, 9)), ADMINISTRATOR.tenant(), Role.ADMINISTRATOR);
        assertThat(territory.addSite(colleague, hub())).isEqualTo(hub());
        assertThat(events()).containsExactly("territory.site.added");
    }

    @Test
    void addingASiteAgainAfterItWasChangedOrClosedIsRefusedWithTheFieldsThatDiffer() {
        territory.addSite(ADMINISTRATOR, hub());
        territory.changeSite(ADMINISTRATOR, hub().id(), site -> site.named("Hub Aisne Neo"));
        Site closed = territory.closeSite(ADMINISTRATOR, hub().id(), LocalDate.of(2026, 12, 31));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> territory.addSite(ADMINISTRATOR, hub()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("command.repeated_differently"))
                .satisfies(e -> assertThat(e.facts()).containsEntry("fields", "lastDay, name"));
        assertThat(territory.addSite(ADMINISTRATOR, closed)).isEqualTo(closed);
        assertThat(territory.site(ADMINISTRATOR, hub().id())).isEqualTo(closed);
    }

    @Test
    void aSiteInAnUnknownCommuneIsRefusedAlsoWhenItMovesThere() {
        InseeCode nowhere = new InseeCode("02999");
        Site lost = Site.of(id(2), "Perdu", SiteKind.VAN, nowhere, PARIS);
        territory.addSite(ADMINISTRATOR, hub());
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> territory.addSite(ADMINISTRATOR, lost),
                () -> territory.changeSite(ADMINISTRATOR, hub().id(), site -> site.movedTo(nowhere, null)))) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(call)
                    .satisfies(e -> assertThat(e.code()).isEqualTo("territory.commune.unknown"))
                    .satisfies(e -> assertThat(e.field()).isEqualTo("site.commune"));
        }
        assertNoSite(() -> territory.site(ADMINISTRATOR, lost.id()), lost.id());
        assertThat(territory.site(ADMINISTRATOR, hub().id())).isEqualTo(hub());
        assertThat(events()).hasSize(1);
    }

    @Test
    void whereNoCommuneIsKnownACodeOfTheRightFormIsBelieved() {
        try (Neo empty = Aisne.neo()) {
            assertThat(Territory.of(empty).addSite(ADMINISTRATOR, hub())).isEqualTo(hub());
        }
    }

    @Test
    void aSiteInACommuneThatHasEndedIsRefused() {
        territory.putCommune(
                REFERENCE, Commune.of(HIRSON, "Hirson", new Validity(Aisne.COG_2026, LocalDate.of(2026, 11, 22))));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        territory.addSite(ADMINISTRATOR, Site.of(id(3), "Antenne", SiteKind.BRANCH, HIRSON, PARIS)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("territory.commune.ended"));
    }

    @Test
    void aSiteIsChangedInOneStepAndTheSameAgainIsNoEvent() {
        territory.addSite(ADMINISTRATOR, hub());
        Address other = Address.of("2 place du Général-Leclerc", "02000", "Laon");
        Site changed = territory.changeSite(
                ADMINISTRATOR, hub().id(), site -> site.named("Hub Aisne Neo").at(other));
        territory.changeSite(
                ADMINISTRATOR, hub().id(), site -> site.named("Hub Aisne Neo").at(other));
        assertThat(changed.address()).isEqualTo(other);
        assertThat(territory.site(MEMBER, hub().id())).isEqualTo(changed);
        assertThat(events()).containsExactly("territory.site.added", "territory.site.changed");
        assertThat(neo.journal().payload(neo.journal().read(ADMINISTRATOR, 1, 1).get(0), TerritoryEvents.SITE_CHANGED))
                .isEqualTo(changed);
    }

    @Test
    void aChangeCannotGiveASiteAnotherId() {
        territory.addSite(ADMINISTRATOR, hub());
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> territory.changeSite(
                        ADMINISTRATOR, hub().id(), site -> Site.of(id(9), "Autre", SiteKind.HUB, LAON, PARIS)))
                .satisfies(e -> assertThat(e.field()).isEqualTo("site.id"));
    }

    @Test
    void aClosedSiteLeavesTheListAfterItsLastDayByItsOwnClock() {
        // It is 23 November, 9.30 in Paris; in Pago Pago it is still the 22nd.
        territory.addSite(ADMINISTRATOR, hub());
        territory.closeSite(ADMINISTRATOR, hub().id(), LocalDate.of(2026, 11, 23));
        assertThat(territory.sites(MEMBER)).as("its last day").hasSize(1);
        territory.closeSite(ADMINISTRATOR, hub().id(), LocalDate.of(2026, 11, 22));
        assertThat(territory.sites(MEMBER)).isEmpty();
        assertThat(territory.site(MEMBER, hub().id()).lastDay()).isEqualTo("2026-11-22");

        Site far = new Site(
                id(4), "Far", SiteKind.VAN, LAON, ZoneId.of("Pacific/Pago_Pago"), null, LocalDate.of(2026, 11, 22));
        territory.addSite(ADMINISTRATOR, far);
        assertThat(territory.sites(MEMBER)).as("there it is still the 22nd").hasSize(1);

        territory.changeSite(ADMINISTRATOR, hub().id(), site -> site.until(null));
        assertThat(territory.sites(MEMBER)).as("open again").hasSize(2);
        assertThat(events())
                .containsExactly(
                        "territory.site.added",
                        "territory.site.closed",
                        "territory.site.closed",
                        "territory.site.added",
                        "territory.site.changed");
    }

    @Test
    void onlyAdministratorsManageSitesAndNobodyWithoutARoleSeesThem() {
        Actor nobody = Actor.of(Aisne.ANNE, Aisne.HUB);
        territory.addSite(ADMINISTRATOR, hub());
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> territory.addSite(MEMBER, hub()),
                () -> territory.changeSite(MEMBER, hub().id(), site -> site.named("x")),
                () -> territory.closeSite(MEMBER, id(99), LocalDate.of(2026, 11, 22)),
                () -> territory.site(nobody, hub().id()),
                () -> territory.site(nobody, id(99)),
                () -> territory.sites(nobody),
                () -> territory.putCommune(ADMINISTRATOR, Commune.of(LAON, "Laon", Validity.since(Aisne.COG_2026))))) {
            assertThatExceptionOfType(ForbiddenException.class).isThrownBy(call);
        }
    }

    @Test
    void aSiteThatIsWrittenWronglyIsRefusedWithItsField() {
        Map<String, ThrowingCallable> wrong = Map.of(
                "site.name", () -> hub().named(" "),
                "site.zone", () -> Site.of(id(1), "Hub", SiteKind.HUB, LAON, ZoneId.of("+01:00")),
                "site.kind", () -> Site.of(id(1), "Hub", null, LAON, PARIS),
                "site.commune", () -> Site.of(id(1), "Hub", SiteKind.HUB, null, PARIS),
                "address.street", () -> Address.of("x".repeat(101), "02000", "Laon"),
                "address.postcode", () -> Address.of("1 rue du Bourg", "2000", "Laon"),
                "address.locality", () -> Address.of("1 rue du Bourg", "02000", "La\non"));
        wrong.forEach((field, call) -> assertThatExceptionOfType(InvalidInputException.class)
                .as(field)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.field()).isEqualTo(field)));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> hub().named("Hub \u202Enoel"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.malformed"));
    }

    @Test
    void aTenantHasABoundedNumberOfSites() {
        neo.store().write(Contention.none(), tx -> {
            for (int i = 1; i < Territory.MOST_SITES; i++) {
                tx.documents(SiteCollections.SITES, Aisne.HUB)
                        .insert(Site.of(id(i), "Site " + i, SiteKind.OTHER, LAON, PARIS));
            }
            return true;
        });
        territory.addSite(ADMINISTRATOR, Site.of(id(2_000), "Le dernier", SiteKind.OTHER, LAON, PARIS));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() ->
                        territory.addSite(ADMINISTRATOR, Site.of(id(5_000), "Un de trop", SiteKind.OTHER, LAON, PARIS)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("territory.site.too_many"));
    }
}
