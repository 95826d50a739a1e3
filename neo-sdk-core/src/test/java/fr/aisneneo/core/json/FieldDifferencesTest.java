package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldDifferencesTest {

    private static SortedSet<String> between(String first, String second) {
        return FieldDifferences.between(
                first.getBytes(StandardCharsets.UTF_8), second.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"slot\":{\"start\":1,\"end\":2}} | {\"slot\":{\"end\":3,\"start\":1}} | slot.end",
                "{\"a\":1,\"b\":2} | {\"a\":2,\"b\":3} | a,b",
                "{\"a\":1} | {} | a",
                "{\"a\":{\"b\":1}} | {} | a",
                "{\"a\":[1,{\"b\":2}]} | {\"a\":[1,{\"b\":3}]} | a[1].b",
                "{\"a\":[1,2]} | {\"a\":[1]} | a",
                "{\"a\":[]} | {\"a\":{}} | a",
                "{\"a\":\"1\"} | {\"a\":1} | a",
                "{\"a\":true} | {\"a\":false} | a",
                "[1] | [2] | [0]",
                "[] | {} | json",
                "1 | 2 | json",
            })
    void theDeepestFieldThatDiffersIsNamed(String first, String second, String paths) {
        assertThat(between(first, second)).containsExactly(paths.split(","));
        assertThat(between(second, first)).containsExactly(paths.split(","));
        assertThat(between(first, first)).isEmpty();
    }

    @Test
    void theSameInAnotherFormIsNoDifference() {
        assertThat(between("{\"a\":1.0,\"b\":\"é\",\"c\":null}", " { \"b\":\"\\u00e9\", \"a\":10e-1 } "))
                .isEmpty();
    }

    @Test
    void noMoreThanTwentyAreNamed() {
        String first =
                IntStream.range(0, 100).mapToObj(i -> "\"f" + i + "\":1").collect(Collectors.joining(",", "{", "}"));

        assertThat(between(first, "{}")).hasSize(21).contains(FieldDifferences.MORE);
        assertThat(between("{\"" + "x".repeat(1000) + "\":1}", "{}").first()).hasSize(65);
    }

    @Test
    void whatIsNotJsonIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> between("{", "{}"));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> between("{}", "[".repeat(1000) + "]".repeat(1000)));
    }
}
