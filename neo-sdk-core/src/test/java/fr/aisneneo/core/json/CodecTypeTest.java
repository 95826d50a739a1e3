package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Samples.Slot;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbDateFormat;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types are refused. */
@ParameterizedClass
@ValueSource(strings = {EveryProvider.YASSON, EveryProvider.JOHNZON})
class CodecTypeTest extends EveryProvider {

    CodecTypeTest(String provider) {
        super(provider);
    }

    public record WithOptional(Optional<String> value) {}

    public record WithObject(Object value) {}

    public record WithZoned(List<ZonedDateTime> value) {}

    public record WithKeys(Map<UUID, String> value) {}

    public record WithWildcard(List<? extends Slot> value) {}

    public record Generic<T>(T value) {}

    public record WithGeneric(Generic<String> value) {}

    public record WithFormat(@JsonbDateFormat("dd/MM/yyyy") LocalDate value) {}

    record NotPublic(String value) {}

    public record WithHidden(NotPublic value) {}

    public record TwoConstructors(String value) {
        public TwoConstructors(int value) {
            this(Integer.toString(value));
        }
    }

    public record OtherCreator(String value) {
        @JsonbCreator
        public static OtherCreator of(String value) {
            return new OtherCreator(value);
        }
    }

    @JsonbTypeInfo(key = "kind", value = @JsonbSubtype(alias = "one", type = One.class))
    public sealed interface Incomplete permits One, Forgotten {}

    public record One(int a) implements Incomplete {}

    public record Forgotten(int b) implements Incomplete {}

    @JsonbTypeInfo(key = "a", value = @JsonbSubtype(alias = "one", type = Clash.class))
    public sealed interface Clashing permits Clash {}

    public record Clash(int a) implements Clashing {}

    public interface Open {}

    @ParameterizedTest
    @ValueSource(
            classes = {
                WithOptional.class,
                WithObject.class,
                WithZoned.class,
                WithKeys.class,
                WithWildcard.class,
                Generic.class,
                WithGeneric.class,
                WithFormat.class,
                WithHidden.class,
                TwoConstructors.class,
                OtherCreator.class,
                Incomplete.class,
                Clashing.class,
                Open.class,
                Object.class,
                StringBuilder.class,
                String[].class
            })
    void aTypeThatProvidersDoNotWriteAlikeIsRefusedByName(Class<?> type) {
        InvalidInputException refusal = refusalOf("{\"value\":1}", type);

        assertThat(refusal.errorCode()).isEqualTo(CoreError.JSON_TYPE_UNSUPPORTED);
        assertThat(refusal.facts().get("advice").toString()).isNotBlank();
    }

    @Test
    void theRefusalOfATypeSaysWhereItStands() {
        assertThat(refusalOf("{}", WithHidden.class).field()).isEqualTo("WithHidden.value");
        assertThat(refusalOf("{}", WithOptional.class)).hasMessageContaining("@Nullable");
    }
}
