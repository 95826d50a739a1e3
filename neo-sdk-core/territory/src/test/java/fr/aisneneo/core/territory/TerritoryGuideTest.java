package fr.aisneneo.core.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.directory.Parties;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.party.Profile;
import fr.aisneneo.core.party.ProfileKind;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sharing.Access;
import fr.aisneneo.core.sharing.Audience;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide, run; and the guide, held to it. */
class TerritoryGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCE = Path.of("src/test/java/fr/aisneneo/core/territory/TerritoryGuideTest.java");

    private final Neo neo = Aisne.neo();
    private final Territory territory = Territory.of(neo);
    private final PartyId admin = new PartyId(neo.ids().next());

    @AfterEach
    void close() {
        neo.close();
    }

    private ImportReport importTheAisne() {
        Path file = Path.of("src/test/resources/fr/aisneneo/core/territory/aisne-communes-2026.csv");

        Actor reference = Actor.of(admin, TenantId.SHARED, Role.ADMINISTRATOR);
        CommuneImport cog =
                CommuneImport.of(CsvSource.file(file), LocalDate.of(2026, 1, 1)).labelled("INSEE COG 2026");
        ImportReport trial = territory.importCommunes(reference, cog.dryRun());
        ImportReport done = territory.importCommunes(reference, cog);

        assertThat(trial.added()).isEqualTo(done.added());
        return done;
    }

    @Test
    void communesAreImportedAndFound() {
        assertThat(importTheAisne().added()).isEqualTo(797);

        List<Commune> found = territory.communesNamed("chateau thi", 10);
        List<Commune> neighbours = territory.communesWithPostcode("02400");

        assertThat(found).extracting(Commune::name).containsExactly("Château-Thierry");
        assertThat(neighbours).containsAll(found);
    }

    @Test
    void aSiteIsAddedAndShared() {
        importTheAisne();

        Actor staff = Actor.of(admin, new TenantId("aisne-neo"), Role.ADMINISTRATOR);
        SiteId id = new SiteId(neo.ids().next());
        ZoneId paris = ZoneId.of("Europe/Paris");
        territory.addSite(staff, Site.of(id, "Hub de Laon", SiteKind.HUB, new InseeCode("02408"), paris));
        territory.shareSite(staff, id, Audience.of(new TenantId("soissons")), Access.USE);

        Actor neighbour = Actor.of(new PartyId(neo.ids().next()), new TenantId("soissons"), Role.MEMBER);
        assertThat(territory.sites(neighbour))
                .extracting(entry -> entry.owner() + ": " + entry.site().name())
                .containsExactly("aisne-neo: Hub de Laon");
    }

    @Test
    void aPartyIsRegisteredAndErased(@TempDir Path folder) {
        Path directory = folder.resolve("keys");
        Actor operator = Actor.of(admin, new TenantId("aisne-neo"), Role.OPERATOR);

        FileKeyStore keys = FileKeyStore.open(directory); // not beside the store, and backed up apart
        Parties parties = Parties.of(neo, Sealing.of(neo, keys));
        PartyId anne = new PartyId(neo.ids().next());
        parties.register(operator, anne, PartyKind.PERSON);
        parties.describe(operator, anne, new PersonalData("Anne Martin", "anne@example.org", "03 23 20 20 20"));
        Validity since = Validity.since(LocalDate.of(2026, 9, 1));
        parties.addProfile(operator, anne, new Profile(ProfileKind.RESIDENT, since, "dossier 2026-17"));
        parties.erase(operator, anne);

        assertThat(parties.personalData(operator, anne)).isEmpty();
        assertThat(parties.party(operator, anne).profilesOn(LocalDate.of(2026, 11, 23)))
                .containsExactly(ProfileKind.RESIDENT);
        keys.close();
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        String source = withoutIndentation(Files.readString(SOURCE));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/territory-and-parties.md")));
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(source).contains(withoutIndentation(blocks.group(1)));
        }
        assertThat(found).isEqualTo(4);
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }
}
