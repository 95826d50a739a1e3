package fr.aisneneo.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SharingErrorTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAFrenchAndAnEnglishText(SharingError error) {
        String french = error.text(Locale.FRENCH, Map.of());
        String english = error.text(Locale.ENGLISH, Map.of());
        assertThat(error.code()).matches("sharing\\.[a-z_]+");
        assertThat(french).endsWith(".").doesNotContain("'").isNotEqualTo(english);
        assertThat(english).endsWith(".").isNotEqualTo(error.code());
    }
}
