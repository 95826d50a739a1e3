package fr.aisneneo.core.sealing.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanonicalTest {
    private static String of(Object value) {
        return HexFormat.of().formatHex(new Canonical().add(value).bytes());
    }

    @Test
    void aNumberIsItsValueHoweverItIsWritten() {
        for (List<String> same :
                List.of(List.of("1000", "1E+3", "1000.00"), List.of("0", "0.000", "0E+9"), List.of("-1.5", "-1.50"))) {
            assertThat(same.stream().map(BigDecimal::new).map(CanonicalTest::of).distinct())
                    .hasSize(1);
        }
        assertThat(of(3L)).isEqualTo(of(new BigDecimal("3.0"))).isEqualTo(of(3));
    }

    @Test
    void theOrderOfPropertiesMakesNoDifference() {
        assertThat(of(new TreeMap<>(Map.of("b", "2", "a", "1")).descendingMap()))
                .isEqualTo(of(Map.of("a", "1", "b", "2")));
    }

    @Test
    void differentValuesAreDifferentBytes() {
        List<Object> values = new ArrayList<>(List.of(
                "",
                "a",
                "ab",
                "1",
                "true",
                "null",
                BigDecimal.ONE,
                BigDecimal.TEN,
                true,
                false,
                List.of(),
                List.of("a"),
                List.of("a", "b"),
                List.of("ab"),
                List.of(List.of("a"), "b"),
                Map.of(),
                Map.of("a", "b"),
                Map.of("a", List.of("b")),
                Map.of("ab", "")));
        values.add(null);
        values.add(Arrays.asList("a", null));
        assertThat(values.stream().map(CanonicalTest::of)).doesNotHaveDuplicates();
    }
}
