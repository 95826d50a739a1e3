package fr.aisneneo.core.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartyErrorTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAFrenchAndAnEnglishText(PartyError error) {
        String french = error.text(Locale.FRENCH, Map.of());
        String english = error.text(Locale.ENGLISH, Map.of());
        assertThat(error.code()).matches("party(\\.[a-z_]+){1,2}");
        assertThat(french).endsWith(".").doesNotContain("'").isNotEqualTo(english);
        assertThat(english).endsWith(".").isNotEqualTo(error.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyProfileHasANameInBothLanguages(ProfileKind kind) {
        assertThat(new ProfileName(kind).text(Locale.FRENCH)).doesNotContain(".");
        assertThat(new ProfileName(kind)).hasToString(new ProfileName(kind).text(Locale.ENGLISH));
        assertThat(new ProfileName(kind).toString()).doesNotContain(".");
    }
}
