package fr.aisneneo.core.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Château-Thierry | chateau thierry",
                "CHÂTEAU THIERRY | chateau thierry",
                "Moÿ-de-l'Aisne | moy aisne",
                "Moÿ-de-l’Aisne | moy aisne",
                "La Fère | fere",
                "Les Septvallons | septvallons",
                "Bucy-lès-Cerny | bucy cerny",
                "Œuilly | oeuilly",
                "Aux Marais | marais",
                "St-Quentin | saint quentin",
                "IVIERS | iviers",
                "La | la",
                "de l' | l",
                "ﬁlain | filain",
            })
    void aNameIsReducedToItsWords(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }

    @Test
    void decomposedAndComposedAccentsAreTheSame() {
        assertThat(NameKey.of("Cha\u0302teau-Thierry")).isEqualTo(NameKey.of("Château-Thierry"));
    }

    @Test
    void whatIsBeingTypedHasOneOrTwoBeginnings() {
        assertThat(NameKey.beginnings("chateau-t")).containsExactly("chateau t");
        assertThat(NameKey.beginnings("mont st")).containsExactly("mont saint", "mont st");
        assertThat(NameKey.beginnings("st quentin")).containsExactly("saint quentin");
        assertThat(NameKey.beginnings("--")).isEmpty();
    }

    @Test
    void aKeyThatIsTooLongIsCutBetweenWords() {
        String first = "n".repeat(118);
        assertThat(NameKey.of(first + " laon")).isEqualTo(first);
        assertThat(NameKey.of(first + " a laon")).isEqualTo(first + " a");
        assertThat(NameKey.of("n".repeat(130))).isEqualTo("n".repeat(120));
        assertThat(NameKey.of("n".repeat(130) + " laon")).isEqualTo("n".repeat(120));
    }
}
