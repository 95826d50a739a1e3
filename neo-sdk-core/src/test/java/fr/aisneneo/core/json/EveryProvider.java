package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import jakarta.json.bind.spi.JsonbProvider;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A codec on the provider that the class is run with, once with each. */
abstract class EveryProvider {
    static final String YASSON = "org.eclipse.yasson.JsonBindingProvider";
    static final String JOHNZON = "org.apache.johnzon.jsonb.JohnzonProvider";

    final Codec codec;

    EveryProvider(String provider) {
        this.codec = JsonbCodec.on(JsonbProvider.provider(provider));
    }

    static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    InvalidInputException refusalOf(String json, Class<?> type) {
        return Objects.requireNonNull(
                catchThrowableOfType(InvalidInputException.class, () -> codec.decode(json(json), type)), "not refused");
    }
}
