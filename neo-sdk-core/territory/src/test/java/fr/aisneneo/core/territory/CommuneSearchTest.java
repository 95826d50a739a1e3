package fr.aisneneo.core.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.Siren;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommuneSearchTest {
    private static Neo neo;
    private static Territory territory;

    @BeforeAll
    static void importTheAisne() {
        neo = Aisne.neo();
        territory = Territory.of(neo);
        territory.importCommunes(Aisne.REFERENCE, Aisne.real());
    }

    @AfterAll
    static void close() {
        neo.close();
    }

    private static List<String> names(String text) {
        return territory.communesNamed(text, 20).stream().map(Commune::name).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chateau thierry | Château-Thierry",
                "CHATEAU-THIERRY | Château-Thierry",
                "Château Thierry | Château-Thierry",
                "chateauthierry? | ",
                "saint-quentin | Saint-Quentin",
                "st quentin | Saint-Quentin",
                "St-Quentin | Saint-Quentin",
                "quentin | Saint-Quentin",
                "fere | La Fère",
                "la fère | La Fère",
                "LA FERE | La Fère",
                "ILLÉE | ",
                "IVIERS | Iviers",
                "iviers | Iviers",
                "lile | ",
                "moy de l'aisne | Moÿ-de-l'Aisne",
                "moy de l’aisne | Moÿ-de-l'Aisne",
                "MOŸ AISNE | Moÿ-de-l'Aisne",
                "epine aux bois | L'Épine-aux-Bois",
                "L’Épine | L'Épine-aux-Bois",
                "oeuilly | Œuilly",
                "ŒUILLY | Œuilly",
                "coeuvres | Cœuvres-et-Valsery",
                "nouvion en thierache | Le Nouvion-en-Thiérache",
                "vervins | Vervins",
            })
    void accentsCaseHyphensApostrophesAndArticlesDoNotMatter(String typed, String first) {
        if (first == null) {
            assertThat(names(typed)).isEmpty();
        } else {
            assertThat(names(typed)).first().isEqualTo(first);
        }
    }

    @Test
    void everyCommuneIsFoundFirstByItsOwnNameHoweverItIsWritten() {
        List<Commune> all = territory
                .communes(new CommuneFilter.All(), 1_000, Optional.empty())
                .values();
        assertThat(all).hasSize(797);
        for (Commune commune : all) {
            String shouted = commune.name().toUpperCase(Locale.ROOT).replace('-', ' ');
            assertThat(territory.communesNamed(shouted, 5))
                    .as(commune.name())
                    .first()
                    .extracting(Commune::code)
                    .isEqualTo(commune.code());
        }
    }

    @Test
    void namesThatBeginSoComeBeforeNamesWithSuchAWord() {
        assertThat(names("laon").get(0)).isEqualTo("Laon");
        assertThat(names("laon")).contains("Aulnois-sous-Laon", "Mons-en-Laonnois");
        assertThat(territory.communesNamed("s", 7)).hasSize(7);
        assertThat(territory.communesNamed("saint", 1_000)).hasSizeLessThanOrEqualTo(Territory.MOST_FOUND);
    }

    @Test
    void aHalfTypedSaintMayBecomeAnotherWord() {
        List<String> found =
                territory.communesNamed("st", 100).stream().map(Commune::name).toList();
        assertThat(found).contains("Saint-Quentin");
        List<String> typing =
                territory.communesNamed("ste", 100).stream().map(Commune::name).toList();
        assertThat(typing).contains("Sainte-Geneviève");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "'", "§", "\uD800", "\0"})
    void aTextWithoutLettersAndDigitsFindsNothing(String text) {
        assertThat(territory.communesNamed(text, 10)).isEmpty();
    }

    @Test
    void aSearchIsBounded() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> territory.communesNamed("a".repeat(101), 10))
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.too_large"));
        assertThat(territory.communesNamed("\uFDFA".repeat(100), 10)).isEmpty();
        assertThat(territory.communesNamed("a", 0)).hasSize(1);
    }

    @Test
    void theCommunesOfAPostcodeComeByName() {
        assertThat(territory.communesWithPostcode("02330"))
                .extracting(Commune::name)
                .contains("Dhuys et Morin-en-Brie");
        assertThat(territory.communesWithPostcode("02540"))
                .extracting(Commune::name)
                .contains("Dhuys et Morin-en-Brie");
        assertThat(territory.communesWithPostcode("02000"))
                .extracting(Commune::name)
                .containsSubsequence(
                        "Aulnois-sous-Laon", "Chéry-lès-Pouilly", "Chevregny", "Étouvelles", "Laniscourt", "Laon");
        assertThat(territory.communesWithPostcode("99999")).isEmpty();
        assertThat(territory.communesWithPostcode("' OR 1=1")).isEmpty();
    }

    @Test
    void theMembersOfAGroupAndOfADepartmentArePagedByName() {
        Siren laon = new Siren("200043495");
        List<Commune> members = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<Commune> page = territory.communes(new CommuneFilter.InEpci(laon), 7, next);
            members.addAll(page.values());
            next = page.next();
        } while (next.isPresent());
        assertThat(members)
                .hasSize((int) Aisne.csv()
                        .lines()
                        .filter(line -> line.contains(",200043495,"))
                        .count())
                .allMatch(commune -> commune.epci().siren().equals(laon))
                .doesNotHaveDuplicates();
        assertThat(territory
                        .communes(new CommuneFilter.InDepartment("02"), 1_000, Optional.empty())
                        .values())
                .hasSize(797)
                .extracting(Commune::name)
                .startsWith("Abbécourt", "Achery", "Acy");
        assertThat(territory
                        .communes(new CommuneFilter.InDepartment("2A"), 10, Optional.empty())
                        .values())
                .isEmpty();
    }

    @Test
    void aCursorOfOneListOpensNoOther() {
        Cursor cursor = territory
                .communes(new CommuneFilter.All(), 1, Optional.empty())
                .next()
                .orElseThrow();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> territory.communes(new CommuneFilter.InDepartment("02"), 1, Optional.of(cursor)));
    }
}
