package fr.aisneneo.core.territory;

import static fr.aisneneo.core.territory.Aisne.ADMINISTRATOR;
import static fr.aisneneo.core.territory.Aisne.HUB;
import static fr.aisneneo.core.territory.Aisne.LAON;
import static fr.aisneneo.core.territory.Aisne.PARIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sharing.Access;
import fr.aisneneo.core.sharing.Audience;
import fr.aisneneo.core.sharing.Share;
import fr.aisneneo.core.sharing.Sharing;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One tenant tries to get at another's sites in every way there is. */
class SharedSitesTest {
    private static final TenantId SOISSONS = new TenantId("soissons");
    private static final TenantId HIRSON = new TenantId("hirson");
    private static final Actor NEIGHBOUR = Actor.of(new PartyId(new UUID(7, 9)), SOISSONS, Role.MEMBER);
    private static final Actor NEIGHBOUR_ADMINISTRATOR =
            Actor.of(new PartyId(new UUID(7, 10)), SOISSONS, Role.ADMINISTRATOR);
    private static final Actor THIRD = Actor.of(new PartyId(new UUID(7, 11)), HIRSON, Role.ADMINISTRATOR);
    private static final SiteId LAB = new SiteId(new UUID(1, 1));
    private static final SiteId OFFICE = new SiteId(new UUID(1, 2));
    private static final SiteId NOWHERE = new SiteId(new UUID(1, 3));

    private final Neo neo = Aisne.neo();
    private final Territory territory = Territory.of(neo);
    private final Sharing sharing = Sharing.of(neo);

    @BeforeEach
    void theHubHasTwoSites() {
        territory.putCommune(Aisne.REFERENCE, Commune.of(LAON, "Laon", Validity.since(Aisne.COG_2026)));
        territory.addSite(ADMINISTRATOR, site(LAB, "Laboratoire"));
        territory.addSite(ADMINISTRATOR, site(OFFICE, "Bureaux"));
    }

    @AfterEach
    void close() {
        neo.close();
    }

    private static Site site(SiteId id, String name) {
        return Site.of(id, name, SiteKind.HUB, LAON, PARIS);
    }

    private static Audience of(TenantId tenant) {
        return Audience.of(tenant);
    }

    @Tag("heavy")
    @Test
    void nobodyCrowdsOutWhatOthersShare() {
        neo.atomically(() -> {
            for (int i = 0; i < Sharing.MOST_SHARES; i++) {
                sharing.share(THIRD, new Aggregate("site", new UUID(8, i).toString()), Audience.EVERYONE, Access.READ);
            }
        });
        territory.shareSite(ADMINISTRATOR, LAB, Audience.EVERYONE, Access.READ);
        assertThat(territory.sites(NEIGHBOUR)).extracting(SiteEntry::site).containsExactly(site(LAB, "Laboratoire"));
        assertThat(sharing.granted(NEIGHBOUR, TerritoryPermissions.READ_SITES, "site"))
                .hasSize(Sharing.MOST_SHARES + 1);
    }

    @Test
    void nothingIsSharedByItself() {
        assertThat(territory.sites(NEIGHBOUR)).isEmpty();
        assertThat(sharing.granted(NEIGHBOUR, TerritoryPermissions.READ_SITES, "site"))
                .isEmpty();
        NotFoundException notShared =
                catchThrowableOfType(NotFoundException.class, () -> territory.site(NEIGHBOUR, LAB));
        NotFoundException notThere =
                catchThrowableOfType(NotFoundException.class, () -> territory.site(NEIGHBOUR, NOWHERE));
        assertThat(notShared.code()).isEqualTo(notThere.code());
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(notShared.message(locale).replace(LAB.text(), "?"))
                    .isEqualTo(notThere.message(locale).replace(NOWHERE.text(), "?"));
        }
        assertThat(notShared.facts().keySet()).isEqualTo(notThere.facts().keySet());
    }

    @Test
    void aSharedSiteIsSeenWithItsOwnerAndNothingElseOfTheOwnerIs() {
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.USE);

        assertThat(territory.sites(NEIGHBOUR))
                .containsExactly(new SiteEntry(HUB, Access.USE, site(LAB, "Laboratoire")));
        assertThat(territory.site(NEIGHBOUR, LAB).name()).isEqualTo("Laboratoire");
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> territory.site(NEIGHBOUR, OFFICE));
        assertThat(territory.sites(THIRD)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> territory.site(THIRD, LAB));
        assertThat(neo.journal().read(NEIGHBOUR_ADMINISTRATOR, 0, 10)).isEmpty();
    }

    @Test
    void ownSitesComeFirstAndSharedOnesFollowTheOwnersChanges() {
        territory.addSite(NEIGHBOUR_ADMINISTRATOR, site(NOWHERE, "Zone d’activité"));
        territory.shareSite(ADMINISTRATOR, LAB, Audience.EVERYONE, Access.READ);
        territory.changeSite(ADMINISTRATOR, LAB, site -> site.named("Fablab"));
        assertThat(territory.sites(NEIGHBOUR))
                .extracting(entry -> entry.owner() + " " + entry.site().name())
                .containsExactly("soissons Zone d’activité", "aisne-neo Fablab");
        territory.closeSite(ADMINISTRATOR, LAB, LocalDate.of(2026, 1, 1));
        assertThat(territory.sites(NEIGHBOUR)).hasSize(1);
        assertThat(territory.sites(ADMINISTRATOR))
                .as("not shared with its owner")
                .hasSize(1);
    }

    @Test
    void aSharedSiteCannotBeChangedClosedOrSharedOnByWhoeverHasIt() {
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.USE);
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> territory.changeSite(NEIGHBOUR_ADMINISTRATOR, LAB, site -> site.named("À nous")));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> territory.closeSite(NEIGHBOUR_ADMINISTRATOR, LAB, LocalDate.of(2026, 1, 1)));
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> territory.shareSite(NEIGHBOUR_ADMINISTRATOR, LAB, of(HIRSON), Access.USE));
        // Past the façade of the territory: a share of something one does not own leads nowhere.
        sharing.share(NEIGHBOUR_ADMINISTRATOR, Aggregate.of("site", LAB), of(HIRSON), Access.USE);
        assertThat(territory.sites(THIRD)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> territory.site(THIRD, LAB));
    }

    @Test
    void whatIsTakenBackIsGone() {
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.READ);
        territory.shareSite(ADMINISTRATOR, LAB, Audience.EVERYONE, Access.READ);
        assertThat(territory.unshareSite(ADMINISTRATOR, LAB, of(SOISSONS))).isTrue();
        assertThat(territory.sites(NEIGHBOUR)).as("still shared with everyone").hasSize(1);
        assertThat(territory.unshareSite(ADMINISTRATOR, LAB, Audience.EVERYONE)).isTrue();
        assertThat(territory.sites(NEIGHBOUR)).isEmpty();
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> territory.site(NEIGHBOUR, LAB));
        assertThat(territory.unshareSite(ADMINISTRATOR, LAB, Audience.EVERYONE)).isFalse();
    }

    @Test
    void theMostAccessGrantedCounts() {
        territory.shareSite(ADMINISTRATOR, LAB, Audience.EVERYONE, Access.READ);
        assertThat(territory.entry(NEIGHBOUR, LAB).access()).isEqualTo(Access.READ);
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.USE);
        assertThat(territory.entry(NEIGHBOUR, LAB).access()).isEqualTo(Access.USE);
        assertThat(territory.entry(THIRD, LAB).access()).isEqualTo(Access.READ);
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.READ);
        assertThat(territory.entry(NEIGHBOUR, LAB).access()).isEqualTo(Access.READ);
    }

    @Test
    void sharingIsInTheOwnersJournalOncePerChange() {
        Share share = territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.READ);
        assertThat(territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.READ))
                .isEqualTo(share);
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.USE);
        territory.unshareSite(ADMINISTRATOR, LAB, of(SOISSONS));
        territory.unshareSite(ADMINISTRATOR, LAB, of(SOISSONS));
        List<Event> history = neo.journal().history(ADMINISTRATOR, Aggregate.of("site", LAB), 0, 100);
        assertThat(history)
                .extracting(Event::type)
                .containsExactly("territory.site.added", "sharing.shared", "sharing.shared", "sharing.revoked");
        assertThat(neo.journal().payload(history.get(1), Sharing.SHARED)).isEqualTo(share);
    }

    @Test
    void theSameIdInTwoTenantsIsTwoSites() {
        territory.addSite(NEIGHBOUR_ADMINISTRATOR, site(LAB, "Le nôtre"));
        territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.USE);
        assertThat(territory.site(NEIGHBOUR, LAB).name()).isEqualTo("Le nôtre");
        assertThat(territory.site(ADMINISTRATOR, LAB).name()).isEqualTo("Laboratoire");
        assertThat(territory.sites(NEIGHBOUR)).hasSize(2);
    }

    @Test
    void nobodyGetsBeforeASharedSiteBySharingAnotherOneUnderItsId() {
        territory.shareSite(ADMINISTRATOR, LAB, Audience.EVERYONE, Access.USE);
        territory.addSite(THIRD, site(LAB, "Piège"));
        territory.shareSite(THIRD, LAB, of(SOISSONS), Access.USE);
        assertThat(territory.entry(NEIGHBOUR, LAB).owner()).isEqualTo(HUB);
    }

    @Test
    void aPageOfOnesSharesHoldsNobodyElsesWhateverCursorIsHandedIn() {
        for (int i = 0; i < 5; i++) {
            sharing.share(ADMINISTRATOR, new Aggregate("site", "a" + i), of(SOISSONS), Access.READ);
            sharing.share(THIRD, new Aggregate("site", "a" + i), of(SOISSONS), Access.READ);
        }
        Page<Share> first = sharing.shares(ADMINISTRATOR, 2, Optional.empty());
        assertThat(first.values()).hasSize(2).allMatch(share -> share.owner().equals(HUB));
        Page<Share> others = sharing.shares(THIRD, 10, first.next());
        assertThat(others.values()).allMatch(share -> share.owner().equals(HIRSON));
        assertThat(sharing.shares(NEIGHBOUR_ADMINISTRATOR, 10, first.next()).values())
                .isEmpty();
        assertThat(sharing.shares(ADMINISTRATOR, 10, first.next()).values()).hasSize(3);
        assertThat(sharing.granted(NEIGHBOUR, TerritoryPermissions.READ_SITES, "site"))
                .hasSize(10);
    }

    @Test
    void onlyAdministratorsShareAndSeeWhatIsShared() {
        Actor operator = Actor.of(Aisne.ANNE, HUB, Role.OPERATOR);
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> territory.shareSite(operator, LAB, Audience.EVERYONE, Access.READ));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> territory.unshareSite(operator, LAB, Audience.EVERYONE));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> sharing.shares(operator, 10, Optional.empty()));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(
                        () -> sharing.granted(Actor.of(Aisne.ANNE, SOISSONS), TerritoryPermissions.READ_SITES, "site"));
    }

    @Test
    void whatCannotBeSharedIsRefused() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> territory.shareSite(ADMINISTRATOR, NOWHERE, of(SOISSONS), Access.READ));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> territory.shareSite(ADMINISTRATOR, LAB, of(HUB), Access.READ))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sharing.with_owner"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> sharing.share(ADMINISTRATOR, new Aggregate("Site", "x"), of(SOISSONS), Access.READ))
                .satisfies(e -> assertThat(e.field()).isEqualTo("thing.kind"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() ->
                        sharing.share(ADMINISTRATOR, new Aggregate("site", "x".repeat(101)), of(SOISSONS), Access.READ))
                .satisfies(e -> assertThat(e.field()).isEqualTo("thing.id"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Audience("Soissons!"));
    }

    @Test
    void aTenantSharesABoundedNumberOfThingsAndOthersAreNotCounted() {
        for (int i = 0; i < Sharing.MOST_SHARES; i++) {
            sharing.share(ADMINISTRATOR, new Aggregate("site", "s" + i), of(SOISSONS), Access.READ);
        }
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> territory.shareSite(ADMINISTRATOR, LAB, of(SOISSONS), Access.READ))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sharing.too_many"));
        assertThat(sharing.share(THIRD, new Aggregate("site", "s1"), of(SOISSONS), Access.READ))
                .isNotNull();
    }
}
