package fr.aisneneo.core.json.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TextFormsProperties {

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Long> seconds = Arbitraries.oneOf(
                Arbitraries.longs().between(-70_000_000_000L, 260_000_000_000L),
                Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()));
        Arbitrary<Integer> nanos =
                Arbitraries.of(0, 0, 0, 1, 1_000_000, 120_000_000, 1_000, 123_456_000, 123_456_789, 999_999_999);
        return seconds.flatMap(second -> nanos.map(nano -> Instant.ofEpochSecond(second, nano)));
    }

    @Property
    void anInstantIsWrittenAsTheJdkWritesIt(@ForAll("instants") Instant instant) {
        assertThat(InstantText.write(instant)).isEqualTo(instant.toString());
        assertThat(InstantText.read(instant.toString())).isEqualTo(instant);
    }

    @Property
    void anInstantWithAnotherOffsetIsTheSameInstant(
            @ForAll("instants") Instant instant, @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        long margin = 100_000; // an offset may lead out of the years that exist
        if (instant.getEpochSecond() < Instant.MAX.getEpochSecond() - margin
                && instant.getEpochSecond() > Instant.MIN.getEpochSecond() + margin) {
            String text = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(OffsetDateTime.ofInstant(instant, offset));
            assertThat(InstantText.read(text)).isEqualTo(instant);
        }
    }

    @Example
    void whatIsNoInstantIsRefused() {
        for (String text : new String[] {
            "2026-02-30T00:00:00Z",
            "2026-13-01T00:00:00Z",
            "2026-11-23T25:00:00Z",
            "2026-11-23T08:60:00Z",
            "2026-11-23 08:30:00Z",
            "2026-11-23T08:30:00+",
            "٢٠٢٦-11-23T08:30:00Z",
            "2026-11-23T08:30:00",
            "2026-11-23"
        }) {
            assertThatThrownBy(() -> InstantText.read(text))
                    .as(text)
                    .isInstanceOfAny(DateTimeParseException.class, java.time.DateTimeException.class);
        }
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return Arbitraries.bigIntegers()
                .between(BigInteger.TEN.pow(60).negate(), BigInteger.TEN.pow(60))
                .flatMap(units -> Arbitraries.integers().between(-39, 99).map(scale -> new BigDecimal(units, scale)));
    }

    @Property
    void aDecimalComesBackWithItsScale(@ForAll("decimals") BigDecimal decimal) {
        assertThat(DecimalText.read(DecimalText.write(decimal))).isEqualTo(decimal);
    }

    @Property
    void aTextIsWrittenAsJsonAndReadAgain(@ForAll String text) {
        String storable =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\u0000", "");
        StringBuilder json = new StringBuilder();
        Escapes.write(storable, json);

        JsonScanner in = new JsonScanner(Utf8.encode(json.toString()), false);
        in.string();
        in.end();

        assertThat(in.text()).isEqualTo(storable);
        assertThat(in.canonical).isTrue();
    }
}
