package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import jakarta.json.bind.spi.JsonbProvider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CodecProperties {
    private static final Codec YASSON = JsonbCodec.on(JsonbProvider.provider("org.eclipse.yasson.JsonBindingProvider"));
    private static final Codec JOHNZON =
            JsonbCodec.on(JsonbProvider.provider("org.apache.johnzon.jsonb.JohnzonProvider"));

    private static final Pattern TOKEN =
            Pattern.compile("\"[^\"]*\"|-?[0-9][0-9.E-]*|true|\\[[^\\[\\]{}]*]|\\{[^\\[\\]{}]*}");

    public record Mixed(
            String text,
            @Nullable String perhaps,
            long number,
            double rough,
            BigDecimal exact,
            Instant instant,
            PartyId party,
            List<String> lines,
            Set<String> tags,
            Map<String, BigDecimal> amounts) {}

    @Provide
    Arbitrary<Mixed> mixed() {
        Arbitrary<String> texts = Arbitraries.strings()
                .ofMaxLength(12)
                .map(text -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
                        .replace("\u0000", ""));
        Arbitrary<BigDecimal> decimals = Arbitraries.longs().map(units -> BigDecimal.valueOf(units, 4));
        return Combinators.combine(
                        texts,
                        texts.injectNull(0.3),
                        Arbitraries.longs(),
                        Arbitraries.doubles().map(number -> number + 0.0), // no zero with a minus
                        decimals,
                        Arbitraries.longs()
                                .between(-9_999_999_999L, 99_999_999_999L)
                                .map(Instant::ofEpochSecond),
                        Arbitraries.longs().map(bits -> new PartyId(new UUID(bits, ~bits))),
                        Combinators.combine(
                                        texts.list().ofMaxSize(3),
                                        texts.set().ofMaxSize(4),
                                        Arbitraries.maps(texts, decimals).ofMaxSize(3))
                                .as(Parts::new))
                .as((text, perhaps, number, rough, exact, instant, party, parts) -> new Mixed(
                        text, perhaps, number, rough, exact, instant, party, parts.lines, parts.tags, parts.amounts));
    }

    private record Parts(List<String> lines, Set<String> tags, Map<String, BigDecimal> amounts) {}

    @Property(tries = 300)
    void bothProvidersWriteTheSameBytesAndReadTheSameValue(@ForAll("mixed") Mixed mixed) {
        byte[] json = YASSON.encode(mixed);

        assertThat(JOHNZON.encode(mixed)).isEqualTo(json);
        assertThat(YASSON.decode(json, Mixed.class)).isEqualTo(mixed);
        assertThat(JOHNZON.decode(json, Mixed.class)).isEqualTo(mixed);
    }

    @Property(tries = 1_000)
    void bothProvidersTakeAndRefuseTheSame(@ForAll long seed) {
        byte[] damaged = damaged(YASSON.encode(Samples.everything()), new Random(seed));

        assertThat(outcome(JOHNZON, damaged)).isEqualTo(outcome(YASSON, damaged));
    }

    /** Puts something else in the place of one or two values or names. */
    private static byte[] damaged(byte[] json, Random random) {
        String[] pieces = {
            "0",
            "-0",
            "1.0",
            "-1",
            "1e2",
            "1E+3",
            "1E-99",
            "99999999999",
            "9223372036854775808",
            "1e308",
            "1e309",
            "0.1",
            "null",
            "true",
            "false",
            "[]",
            "{}",
            "[null]",
            "[[]]",
            "{\"a\":null}",
            "\"\"",
            "\"x\"",
            "\" \"",
            "\"null\"",
            "\"true\"",
            "\"1\"",
            "\"1.50\"",
            "\"+1\"",
            "\"CALM\"",
            "\"calm\"",
            "\"MONDAY\"",
            "\"room\"",
            "\"kind\"",
            "\"2026-02-30\"",
            "\"2026-02-28\"",
            "\"2026-11-23T08:30:00+01:00\"",
            "\"24:00\"",
            "\"08:30:00\"",
            "\"PT0S\"",
            "\"P1D\"",
            "\"Z\"",
            "\"UTC+2\"",
            "\"europe/paris\"",
            "\"\\u0041\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"😀\"",
            "\"0191E2A3-4B5C-7D6E-8F90-0123456789AB\"",
            "\"1-2-3-4-5\"",
            "\"ht tp:\"",
            "{\"kind\":\"room\"}"
        };
        String text = new String(json, StandardCharsets.UTF_8);
        for (int i = 0; i <= random.nextInt(2); i++) {
            List<MatchResult> tokens = TOKEN.matcher(text).results().toList();
            MatchResult token = tokens.get(random.nextInt(tokens.size()));
            String piece = pieces[random.nextInt(pieces.length)];
            text = text.substring(0, token.start()) + piece + text.substring(token.end());
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Object outcome(Codec codec, byte[] json) {
        try {
            return codec.decode(json, Samples.Everything.class);
        } catch (InvalidInputException e) {
            return e.getMessage();
        }
    }
}
