package fr.aisneneo.core.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.internal.csv.CsvFault;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TerritoryErrorTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasAFrenchAndAnEnglishText(TerritoryError error) {
        String french = error.text(Locale.FRENCH, Map.of());
        String english = error.text(Locale.ENGLISH, Map.of());
        assertThat(error.code()).matches("territory(\\.[a-z0-9_]+){2}");
        assertThat(french).matches("(?s).*[.}]").doesNotContain("'").isNotEqualTo(english);
        assertThat(english).matches("(?s).*[.}]").isNotEqualTo(error.code());
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultOfAFileHasItsCode(CsvFault fault) {
        assertThat(TerritoryError.of(fault).code()).startsWith("territory.import.");
    }
}
