package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarErrorTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAFrenchAndAnEnglishText(CalendarError error) {
        String french = error.text(Locale.FRENCH, Map.of());
        String english = error.text(Locale.ENGLISH, Map.of());
        assertThat(error.code()).matches("calendar\\.[a-z]+\\.[a-z]+");
        assertThat(french)
                .endsWith(".")
                .doesNotContain("'")
                .isNotEqualTo(english)
                .contains("{field}");
        assertThat(english).endsWith(".").isNotEqualTo(error.code()).contains("{field}");
    }
}
