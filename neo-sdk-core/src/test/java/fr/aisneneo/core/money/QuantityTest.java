package fr.aisneneo.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

    private static void refused(CoreError code, ThrowingCallable attempt) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(code));
    }

    @Test
    void aQuantityKeepsItsPrecision() {
        Codec codec = JsonbCodec.standard();
        Quantity quantity = Quantity.of("10.50", "kW.h");

        byte[] json = codec.encode(quantity);

        assertThat(new String(json, StandardCharsets.UTF_8)).isEqualTo("{\"unit\":\"kW.h\",\"value\":\"10.50\"}");
        assertThat(codec.decode(json, Quantity.class)).isEqualTo(quantity).hasToString("10.50 kW.h");
        assertThat(quantity)
                .isNotEqualTo(Quantity.of("10.5", "kW.h"))
                .isEqualByComparingTo(Quantity.of("10.5", "kW.h"));
    }

    @Test
    void quantitiesOfOneUnitAreAddedExactly() {
        assertThat(Quantity.of("0.1", "m").plus(Quantity.of("0.20", "m"))).isEqualTo(Quantity.of("0.30", "m"));
        assertThat(Quantity.of("1", "m").minus(Quantity.of("0.001", "m"))).isEqualTo(Quantity.of("0.999", "m"));
        refused(CoreError.QUANTITY_UNIT_MISMATCH, () -> Quantity.of("1", "m").plus(Quantity.of("1", "km")));
        refused(CoreError.QUANTITY_UNIT_MISMATCH, () -> Quantity.of("1", "m").minus(Quantity.of("1", "M")));
        refused(CoreError.QUANTITY_UNIT_MISMATCH, () -> Quantity.of("1", "m").compareTo(Quantity.of("1", "Cel")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "k W", "°C", "m²", "kW.h\n"})
    void aUnitIsVisibleAscii(String unit) {
        refused(CoreError.INPUT_MALFORMED, () -> Quantity.of("1", unit));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E+1000000000", "1E-1000000000", "1E+101", "1E-101"})
    void aNumberHasABound(String value) {
        refused(CoreError.INPUT_TOO_LARGE, () -> Quantity.of(value, "m"));
    }

    @Test
    void aNumberIsANumber() {
        refused(CoreError.INPUT_MALFORMED, () -> Quantity.of("ten", "m"));
        refused(CoreError.INPUT_TOO_LARGE, () -> Quantity.of("1".repeat(1_000_000), "m"));
        refused(
                CoreError.INPUT_TOO_LARGE,
                () -> Quantity.of("9".repeat(100), "m").plus(Quantity.of("1", "m")));
    }
}
