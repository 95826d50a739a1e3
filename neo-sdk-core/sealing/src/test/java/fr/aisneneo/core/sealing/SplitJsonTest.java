package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a codec wrote is told apart to the letter, and what none may have written is not guessed at. */
class SplitJsonTest {
    private static final Codec JSON = JsonbCodec.standard();

    private static SplitJson split(String json) {
        return SplitJson.of(json.getBytes(StandardCharsets.UTF_8), JSON, "secret"::equals);
    }

    @Test
    void aNameWithEscapesIsTheNameThatItIs() {
        SplitJson parts = split("{\"\\u0073ecret\":\"a\",\"sec\\\"ret\":[\"}\",{\"secret\":1}]}");
        assertThat(parts.sealed()).asString().isEqualTo("{\"\\u0073ecret\":\"a\"}");
        assertThat(parts.clear()).asString().isEqualTo("{\"sec\\\"ret\":[\"}\",{\"secret\":1}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"secret\"",
                "{\"secret\":",
                "{\"secret\":1",
                "{\"secret\":\"1",
                "{\"secret\":\"1\\",
                "{\"secret\":}",
                "{\"secret\":]}",
                "{\"secret\" :1}",
                "{ \"secret\":1}",
                "{\"secret\":1} ",
                "{\"secret\":1}{}",
                "{secret:1}"
            })
    void whatNoCodecMayHaveWrittenIsRefused(String json) {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> split(json))
                .withMessageNotContaining("secret");
    }
}
