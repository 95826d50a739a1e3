package fr.aisneneo.core.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class InseeCodeTest {

    @ParameterizedTest
    @CsvSource({
        "02408, 02",
        "01001, 01",
        "95690, 95",
        "2A004, 2A",
        "2B366, 2B",
        "19272, 19",
        "21231, 21",
        "75056, 75",
        "97105, 971",
        "97411, 974",
        "97502, 975",
        "97801, 978",
        "98411, 984",
        "98818, 988",
    })
    void aCodeKnowsItsDepartment(String code, String department) {
        assertThat(new InseeCode(code).department()).isEqualTo(department);
        assertThat(InseeCode.parse(code, "commune")).hasToString(code);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "2408", "024080", "00001", "02000", "20004", "2C004", "2a004", "96001", "97001", "97900", "97100",
                "98501", "99100", " 02408", "02 408", "O2408", "٠٢٤٠٨", "0240\n"
            })
    void anythingElseIsRefusedWithItsField(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> InseeCode.parse(text, "site.commune"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("territory.insee.malformed"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("site.commune"))
                .satisfies(e -> assertThat(e.message(Locale.FRENCH)).contains("zéro initial"));
    }
}
