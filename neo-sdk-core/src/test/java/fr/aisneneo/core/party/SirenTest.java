package fr.aisneneo.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SirenTest {

    /** Laon, Saint-Quentin, La Poste, SNCF, and one that starts with zeroes. */
    @ParameterizedTest
    @ValueSource(strings = {"210203873", "210206660", "356000000", "552049447", "005520176"})
    void realNumbersPass(String number) {
        assertThat(Siren.parse(number, "siren").value()).isEqualTo(number);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"21020387", "2102038730", "210 203 873", "21020387x", "２１０２０３８７３", "-10203873"})
    void anotherFormIsRefusedWithItsField(String number) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Siren.parse(number, "siren_epci"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.siren.malformed"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("siren_epci"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"210203874", "000000000"})
    void aWrongCheckDigitIsRefused(String number) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Siren(number))
                .satisfies(e -> assertThat(e.code()).isEqualTo("party.siren.check_digit"));
    }
}
