package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Samples.Place;
import fr.aisneneo.core.json.Samples.Slot;
import fr.aisneneo.core.json.Samples.Tree;
import fr.aisneneo.core.json.Samples.Van;
import fr.aisneneo.core.tenant.TenantId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and that no other word of it is said than its field. */
@ParameterizedClass
@ValueSource(strings = {EveryProvider.YASSON, EveryProvider.JOHNZON})
class CodecRefusalTest extends EveryProvider {

    CodecRefusalTest(String provider) {
        super(provider);
    }

    public record Small(int count, String name, Set<Samples.Mood> moods, List<Slot> slots, LocalDate day) {}

    private static final String SMALL =
            "{\"count\":1,\"day\":\"2026-11-23\",\"moods\":[\"CALM\"],\"name\":\"n\",\"slots\":[]}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "'\"count\":1,' | '' | count | input.required",
                "'\"count\":1' | '\"count\":null' | count | input.required",
                "'\"count\":1' | '\"count\":\"1\"' | count | input.malformed",
                "'\"count\":1' | '\"count\":1.5' | count | input.malformed",
                "'\"count\":1' | '\"count\":1e2' | count | input.malformed",
                "'\"count\":1' | '\"count\":99999999999' | count | input.out_of_range",
                "'\"count\":1' | '\"count\":99999999999999999999999999' | count | input.out_of_range",
                "'\"count\":1' | '\"count\":1,\"count\":1' | count | json.duplicate",
                "'\"count\":1' | '\"count\":1,\"c\\u006funt\":1' | count | json.duplicate",
                "'\"count\":1' | '\"count\":1,\"x\":1,\"x\":1' | json | json.duplicate",
                "'\"n\"' | 5 | name | input.malformed",
                "'\"n\"' | null | name | input.required",
                "'\"n\"' | '\"\\u0000\"' | name | input.unstorable_text",
                "'\"n\"' | '\"\\ud800\"' | name | input.unstorable_text",
                "'\"n\"' | '\"\\ud800\\u0041\"' | name | input.unstorable_text",
                "'\"n\"' | '\"\\udc00\\ud800\"' | name | input.unstorable_text",
                "'[\"CALM\"]' | '[\"CALM\",\"calm\"]' | moods[1] | input.malformed",
                "'[\"CALM\"]' | '[null]' | moods[0] | input.required",
                "'[\"CALM\"]' | '{}' | moods | input.malformed",
                "'\"2026-11-23\"' | '\"2026-02-30\"' | day | input.malformed",
                "'\"2026-11-23\"' | 20261123 | day | input.malformed",
                "'\"slots\":[]' | '\"slots\":[{\"start\":\"2026-11-23T08:30:00Z\"}]' | slots[0].end | input.required",
                "'\"slots\":[]' | '\"slots\":[{\"end\":\"noon\",\"start\":\"2026-11-23T08:30:00Z\"}]' | slots[0].end | input.malformed",
                "'\"slots\":[]' | '\"slots\":[{\"end\":\"2026-11-23T08:30:00Z\",\"start\":\"2026-11-23T08:30:00Z\"}]' | end | input.out_of_range",
            })
    void aFieldThatDoesNotFitIsNamed(String part, String instead, String field, String code) {
        assertThat(codec.decode(json(SMALL), Small.class).count()).isEqualTo(1);

        InvalidInputException refusal = refusalOf(SMALL.replace(part, instead), Small.class);

        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[",
                "{}}",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "{'a':1}",
                "[1,]",
                "[01]",
                "[1.]",
                "[.5]",
                "[+1]",
                "[-]",
                "[1e]",
                "[NaN]",
                "[Infinity]",
                "[tru]",
                "[nul",
                "[\"a]",
                "[\"\\x\"]",
                "[\"\\u12g4\"]",
                "[\"\\u12\"]",
                "[\"\t\"]",
                "\uFEFF{}",
                "{}//",
                "{} x",
                "[1 2]",
                "{\"a\":1 \"b\":2}"
            })
    void whatIsNotJsonIsRefused(String text) {
        assertThat(refusalOf(text, Map.class).errorCode()).isEqualTo(CoreError.JSON_MALFORMED);
        assertThat(refusalOf(text, List.class).errorCode()).isEqualTo(CoreError.JSON_MALFORMED);
        assertThat(refusalOf(text, Tree.class).code()).isIn("json.malformed", "input.malformed", "input.required");
    }

    @Test
    void brokenUtf8IsRefused() {
        for (byte[] broken : List.of(
                new byte[] {'"', (byte) 0xC3, '"'},
                new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80, '"'},
                new byte[] {'"', (byte) 0xF0, (byte) 0x9F, (byte) 0x98})) {
            assertThatThrownBy(() -> codec.decode(broken, String.class)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void whatIsTooDeepOrTooLargeIsRefusedBeforeItIsRead() {
        assertThat(codec.decode(json("[".repeat(64) + "]".repeat(64)), List.class)
                        .size())
                .isEqualTo(1);
        assertThat(refusalOf("[".repeat(65) + "]".repeat(65), List.class).errorCode())
                .isEqualTo(CoreError.INPUT_TOO_LARGE);
        assertThat(refusalOf("[".repeat(4_000_000), List.class).errorCode()).isEqualTo(CoreError.INPUT_TOO_LARGE);
        assertThat(refusalOf('"' + "x".repeat(4 << 20) + '"', String.class).errorCode())
                .isEqualTo(CoreError.INPUT_TOO_LARGE);
        assertThat(refusalOf("[1" + "0".repeat(400) + "]", List.class).errorCode())
                .isEqualTo(CoreError.INPUT_TOO_LARGE);
        assertThat(refusalOf("[1e999999999]", List.class).errorCode()).isEqualTo(CoreError.INPUT_TOO_LARGE);
    }

    @Test
    void aValueThatIsTooDeepIsNotWritten() {
        Tree tree = new Tree("leaf", List.of());
        for (int i = 0; i < 40; i++) {
            tree = new Tree("branch", List.of(tree));
        }
        Tree deep = tree;
        for (int i = 0; i < 100_000; i++) {
            tree = new Tree("branch", List.of(tree));
        }
        Tree deepest = tree;

        assertThatThrownBy(() -> codec.encode(deep)).hasMessageContaining("input.too_large");
        assertThatThrownBy(() -> codec.encode(deepest)).hasMessageContaining("input.too_large");
    }

    @Test
    void textThatNoStoreCanKeepIsNotWritten() {
        for (String unstorable : List.of("\u0000", "\ud800", "\udc00", "a\udc00\ud800b", "😀\ud83d")) {
            assertThatThrownBy(() -> codec.encode(new Tree(unstorable, List.of())))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("input.unstorable_text");
            assertThatThrownBy(() -> codec.encode(Map.of("k", unstorable)))
                    .hasMessageContaining("input.unstorable_text");
            assertThatThrownBy(() -> codec.encode(Map.of(unstorable, "v")))
                    .hasMessageContaining("input.unstorable_text");
        }
        assertThat(codec.decode(codec.encode(new Tree("?😀?", List.of())), Tree.class)
                        .name())
                .isEqualTo("?😀?");
    }

    public record Loose(@Nullable String first, double number, List<String> names) {}

    @Test
    @SuppressWarnings("NullAway") // what a caller without a checker may do
    void whatCouldNotBeReadAgainIsNotWritten() {
        assertThatThrownBy(() -> codec.encode(new Loose(null, Double.NaN, List.of())))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> codec.encode(new Loose(null, 1, null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("names");
        assertThatThrownBy(() -> codec.encode(new Loose(null, 1, Arrays.asList("a", null))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("names[1]");
    }

    public record Numbered(
            double number, float rough, @Nullable BigDecimal decimal) {}

    @Test
    void aZeroHasNoSign() {
        assertThat(text(codec.encode(new Numbered(-0.0, -0.0f, null)))).isEqualTo("{\"number\":0.0,\"rough\":0.0}");
        assertThat(codec.decode(json("{\"number\":-0,\"rough\":-1e-399}"), Numbered.class))
                .isEqualTo(new Numbered(0.0, 0.0f, null));
    }

    @ParameterizedTest
    @CsvSource({"1e999,1,number", "-1e309,1,number", "1,1e39,rough"})
    void aNumberThatIsNotFiniteIsRefused(String number, String rough, String field) {
        assertThat(refusalOf("{\"number\":" + number + ",\"rough\":" + rough + "}", Numbered.class)
                        .field())
                .isEqualTo(number.equals("1e999") ? "number" : field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"+1\"",
                "\"1.\"",
                "\".5\"",
                "\"01\"",
                "\"1e3\"",
                "\"-0\"",
                "\"١\"",
                "\"\"",
                "\" 1\"",
                "1e3",
                "true",
                "\"1E+101\""
            })
    void aDecimalHasOneTextOnly(String decimal) {
        assertThat(refusalOf("{\"number\":1,\"rough\":1,\"decimal\":" + decimal + "}", Numbered.class)
                        .field())
                .isEqualTo("decimal");
    }

    @Test
    void aDecimalBeyondItsBoundIsNotWritten() {
        for (String decimal : List.of("1E+1000000000", "1E-1000000000", "1E+101", "1E-101")) {
            assertThatThrownBy(() -> codec.encode(new Numbered(1, 1, new BigDecimal(decimal))))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("input.too_large");
        }
    }

    @Test
    void anAlternativeThatIsUnknownIsRefused() {
        InvalidInputException unknown = refusalOf("{\"kind\":\"boat\"}", Place.class);
        InvalidInputException missing = refusalOf("{\"floor\":1}", Place.class);
        InvalidInputException within =
                refusalOf("{\"kind\":\"van\",\"parkedAt\":{\"kind\":\"boat\"},\"plate\":\"x\"}", Place.class);

        assertThat(unknown.field()).isEqualTo("kind");
        assertThat(unknown.facts()).containsEntry("expected", "room | van");
        assertThat(missing.field()).isEqualTo("kind");
        assertThat(missing.errorCode()).isEqualTo(CoreError.INPUT_REQUIRED);
        assertThat(within.field()).isEqualTo("parkedAt.kind");
        assertThat(refusalOf(
                                "{\"kind\":\"room\",\"parkedAt\":{\"kind\":\"room\",\"floor\":1,\"area\":1,\"keepers\":[]},\"plate\":\"x\"}",
                                Van.class)
                        .field())
                .isEqualTo("kind");
    }

    public record Secret(String name, LocalDate birth, TenantId tenant, Map<String, Integer> byName) {
        public Secret {
            if (name.equals("Zoé")) {
                throw new IllegalStateException("the name was Zoé");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"Zoé\",\"birth\":\"2000-01-01\",\"tenant\":\"laon\",\"byName\":{}}",
                "{\"name\":\"a\",\"birth\":\"Zoé\",\"tenant\":\"laon\",\"byName\":{}}",
                "{\"name\":\"a\",\"birth\":\"2000-01-01\",\"tenant\":\"Zoé\",\"byName\":{}}",
                "{\"name\":\"a\",\"birth\":\"2000-01-01\",\"tenant\":\"laon\",\"byName\":{\"Zoé\":\"x\"}}",
                "{\"name\":\"a\",\"birth\":\"2000-01-01\",\"tenant\":\"laon\",\"byName\":{},\"Zoé\":1,\"Zoé\":2}",
                "{\"Zoé\"",
            })
    void aRefusalNeverQuotesTheInput(String json) {
        InvalidInputException refusal = refusalOf(json, Secret.class);

        assertThat(refusal).hasMessageNotContaining("Zoé");
        assertThat(refusal.getCause()).isNull();
        assertThat(Arrays.toString(refusal.getSuppressed())).doesNotContain("Zoé");
        assertThat(refusal.facts().toString()).doesNotContain("Zoé");
    }

    public record Measures(String name, long count, double height) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{'name':1,'count':1,'height':1}; texte; text",
                "{'name':'a','count':'b','height':1}; nombre entier; integer",
                "{'name':'a','count':1,'height':'b'}; nombre; number"
            })
    void whatWasExpectedIsSaidInTheLanguageOfTheReader(String json, String french, String english) {
        InvalidInputException refusal = refusalOf(json.replace('\'', '"'), Measures.class);
        assertThat(refusal.message(Locale.FRENCH)).endsWith(" : " + french + ".");
        assertThat(refusal.message(Locale.ENGLISH)).contains(english);
    }

    @Test
    void theBoundsOfJsonAreSaidInTheLanguageOfTheReader() {
        String deep = "[".repeat(65) + "]".repeat(65);
        assertThat(refusalOf(deep, List.class).message(Locale.FRENCH))
                .contains("64 niveaux")
                .doesNotContain("depth");
        String digits = "[" + "1".repeat(2_000) + "]";
        assertThat(refusalOf(digits, List.class).message(Locale.FRENCH))
                .contains("chiffres")
                .doesNotContain("digits");
        String large = "[\"" + "a".repeat(5 << 20) + "\"]";
        assertThat(refusalOf(large, List.class).message(Locale.FRENCH))
                .contains("octets")
                .doesNotContain("bytes");
    }
}
