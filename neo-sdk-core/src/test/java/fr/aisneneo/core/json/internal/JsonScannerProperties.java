package fr.aisneneo.core.json.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.spi.JsonbProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nothing but a {@link Misfit} ever comes out of the scanner, and what it takes is JSON to others too. */
class JsonScannerProperties {
    private static final Jsonb YASSON = JsonbProvider.provider("org.eclipse.yasson.JsonBindingProvider")
            .create()
            .build();

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> atoms = Arbitraries.of(
                "1",
                "-0",
                "1.5",
                "1E+3",
                "0.1e-7",
                "true",
                "false",
                "null",
                "\"\"",
                "\"é😀\"",
                "\"\\u00e9\\n\"",
                "\"\\ud83d\\ude00\"");
        return nested(nested(nested(atoms)));
    }

    private static Arbitrary<String> nested(Arbitrary<String> inner) {
        return Arbitraries.oneOf(
                inner,
                inner.list().ofMaxSize(3).map(all -> "[" + String.join(",", all) + "]"),
                Combinators.combine(inner, inner).as((a, b) -> "{\"b\":" + a + ", \"a\" :" + b + "}"));
    }

    private static boolean accepts(byte[] json) {
        try {
            JsonScanner in = new JsonScanner(json, false);
            AnyValue.pass(in);
            in.end();
            return true;
        } catch (Misfit e) {
            return false;
        }
    }

    @Property(tries = 300)
    void jsonIsTaken(@ForAll("texts") String text) {
        assertThat(accepts(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @Property(tries = 2_000)
    void whatIsTakenAfterDamageIsStillJson(@ForAll("texts") String text, @ForAll long seed) {
        byte[] damaged = text.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(seed);
        for (int i = 0; i <= random.nextInt(3); i++) {
            byte[] interesting = "\"\\,:[]{}0e-.un\u0000\n /".getBytes(StandardCharsets.UTF_8);
            damaged[random.nextInt(damaged.length)] =
                    random.nextBoolean() ? (byte) random.nextInt() : interesting[random.nextInt(interesting.length)];
        }
        if (accepts(damaged)) {
            String wrapped = "[" + new String(damaged, StandardCharsets.UTF_8) + "]";
            assertThatCode(() -> YASSON.fromJson(wrapped, List.class)).doesNotThrowAnyException();
            assertThat(PlainReader.read(wrapped.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(List.class);
        }
    }

    @Property(tries = 300)
    void theCanonicalFormIsTheSameWhenWrittenAgain(@ForAll("texts") String text) {
        String once = CanonicalWriter.rewrite(text.getBytes(StandardCharsets.UTF_8), Shape.ANY);

        assertThat(CanonicalWriter.rewrite(once.getBytes(StandardCharsets.UTF_8), Shape.ANY))
                .isEqualTo(once);
    }
}
