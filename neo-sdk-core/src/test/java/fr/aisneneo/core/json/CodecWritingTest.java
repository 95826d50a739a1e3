package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.json.Samples.Everything;
import fr.aisneneo.core.json.Samples.Place;
import fr.aisneneo.core.json.Samples.Room;
import fr.aisneneo.core.json.Samples.Slot;
import fr.aisneneo.core.json.Samples.Tree;
import fr.aisneneo.core.json.Samples.Van;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, and that it comes back. */
@ParameterizedClass
@ValueSource(strings = {EveryProvider.YASSON, EveryProvider.JOHNZON})
class CodecWritingTest extends EveryProvider {

    CodecWritingTest(String provider) {
        super(provider);
    }

    @Test
    void everythingIsWrittenAsTheGoldenFileSays() throws IOException {
        try (InputStream golden = CodecWritingTest.class.getResourceAsStream("everything.json")) {
            assertThat(text(codec.encode(Samples.everything())))
                    .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void everythingComesBackAsItWas() {
        Everything everything = Samples.everything();

        assertThat(codec.decode(codec.encode(everything), Everything.class)).isEqualTo(everything);
    }

    public record Priced(
            Money price,
            List<Money> others,
            Map<String, Money> byName,
            @Nullable Money deposit) {}

    @Test
    void moneyIsItsDecimalAmountAndItsCurrency() {
        Money local = Money.ofMinorUnits(7, new Currency("NEO", 0));
        Priced priced = new Priced(Money.euroCents(1050), List.of(local), Map.of("k", local), null);

        byte[] json = codec.encode(priced);

        assertThat(text(json))
                .isEqualTo(
                        "{\"byName\":{\"k\":{\"amount\":\"7\",\"currency\":\"NEO\"}},\"others\":[{\"amount\":\"7\",\"currency\":\"NEO\"}],"
                                + "\"price\":{\"amount\":\"10.50\",\"currency\":\"EUR\"}}");
        assertThat(codec.decode(json, Priced.class)).isEqualTo(priced);
    }

    @Test
    void eurosWithFewerDecimalsAreTheSameEuros() {
        String json = "{\"byName\":{},\"others\":[],\"price\":{\"amount\":10.5,\"currency\":\"EUR\"}}";

        assertThat(codec.decode(json(json), Priced.class).price()).isEqualTo(Money.euroCents(1050));
    }

    @Test
    void aRootThatHasAnAdapterIsWrittenByIt() {
        assertThat(text(codec.encode(Samples.ALICE))).isEqualTo('"' + Samples.ALICE.text() + '"');
        assertThat(codec.decode(codec.encode(Samples.ALICE), PartyId.class)).isEqualTo(Samples.ALICE);
        assertThat(text(codec.encode(Money.euroCents(-5)))).isEqualTo("{\"amount\":\"-0.05\",\"currency\":\"EUR\"}");
        assertThat(codec.decode(codec.encode(Money.euroCents(-5)), Money.class)).isEqualTo(Money.euroCents(-5));
        assertThat(codec.decode(codec.encode(Instant.EPOCH), Instant.class)).isEqualTo(Instant.EPOCH);
        assertThat(codec.decode(codec.encode("é"), String.class)).isEqualTo("é");
    }

    @Test
    void anAlternativeIsWrittenAlikeAsItselfAndAsItsSealedType() {
        Van van = new Van("AB-123-CD", new Room(1, BigDecimal.ONE, List.of()));

        byte[] json = codec.encode(van);

        assertThat(text(json))
                .isEqualTo(
                        "{\"kind\":\"van\",\"parkedAt\":{\"area\":\"1\",\"floor\":1,\"keepers\":[],\"kind\":\"room\"},"
                                + "\"plate\":\"AB-123-CD\"}");
        assertThat(codec.decode(json, Van.class)).isEqualTo(van);
        assertThat(codec.decode(json, Place.class)).isEqualTo(van);
    }

    @JsonbTypeInfo({
        @JsonbSubtype(alias = "circle", type = Circle.class),
        @JsonbSubtype(alias = "point", type = Point.class)
    })
    public sealed interface Figure permits Circle, Point {}

    public record Circle(int radius) implements Figure {}

    public record Point() implements Figure {}

    public record Drawing(List<Figure> figures, Map<String, Figure> byName, Figure main) {}

    @Test
    void alternativesMayStandAnywhereUnderTheUsualKey() {
        Drawing drawing = new Drawing(List.of(new Circle(1), new Point()), Map.of("p", new Point()), new Circle(2));

        byte[] json = codec.encode(drawing);

        assertThat(text(json))
                .isEqualTo("{\"byName\":{\"p\":{\"@type\":\"point\"}},"
                        + "\"figures\":[{\"@type\":\"circle\",\"radius\":1},{\"@type\":\"point\"}],"
                        + "\"main\":{\"@type\":\"circle\",\"radius\":2}}");
        assertThat(codec.decode(json, Drawing.class)).isEqualTo(drawing);
    }

    @Test
    void aTypeMayHoldItself() {
        Tree tree = new Tree("a", List.of(new Tree("b", List.of()), new Tree("c", List.of(new Tree("d", List.of())))));

        assertThat(codec.decode(codec.encode(tree), Tree.class)).isEqualTo(tree);
    }

    @Test
    void aListOfRecordsIsWrittenAsAList() {
        assertThat(text(codec.encode(List.of(new Tree("a", List.of()), new Tree("b", List.of())))))
                .isEqualTo("[{\"children\":[],\"name\":\"a\"},{\"children\":[],\"name\":\"b\"}]");
    }

    @Test
    void aMapOfPlainValuesIsWrittenSortedAndReadAsPlainValues() {
        Map<String, Object> page =
                Map.of("next", "c1", "items", List.of(new Tree("a", List.of())), "total", 3, "x", true);

        byte[] json = codec.encode(page);

        assertThat(text(json))
                .isEqualTo("{\"items\":[{\"children\":[],\"name\":\"a\"}],\"next\":\"c1\",\"total\":3,\"x\":true}");
        Map<?, ?> plain = codec.decode(json, Map.class);
        assertThat(plain.get("total")).isEqualTo(new BigDecimal(3));
        assertThat(plain.get("items")).isEqualTo(List.of(Map.of("children", List.of(), "name", "a")));
    }

    @Test
    void plainValuesComeBackAsTheyWere() {
        String json = "{\"a\":1.50,\"b\":[true,null,{\"c\":\"é\\u0001\"}],\"d\":{},\"e\":-1E+20}";

        assertThat(text(codec.encode(codec.decode(json(json), Map.class)))).isEqualTo(json);
    }

    @Test
    void whatIsAbsentOrNullIsNullWhereItMayBe() {
        Priced priced = new Priced(Money.euroCents(1), List.of(), Map.of(), null);
        String price = "\"byName\":{},\"others\":[],\"price\":{\"amount\":\"0.01\",\"currency\":\"EUR\"}";

        assertThat(codec.decode(json("{" + price + "}"), Priced.class)).isEqualTo(priced);
        assertThat(codec.decode(json("{\"deposit\":null," + price + "}"), Priced.class))
                .isEqualTo(priced);
    }

    @Test
    void anotherOrderWhiteSpaceAndUnknownPropertiesAreRead() {
        String json =
                " {\n\"new\" : {\"a\":[1,{}]},\t\"end\":\"2026-11-23T10:30:00+01:00\",\"start\":\"2026-11-23T08:30:00Z\" } ";

        assertThat(codec.decode(json(json), Slot.class))
                .isEqualTo(new Slot(Instant.parse("2026-11-23T08:30:00Z"), Instant.parse("2026-11-23T09:30:00Z")));
    }
}
