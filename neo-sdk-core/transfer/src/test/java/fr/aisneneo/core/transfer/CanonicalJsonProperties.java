package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.json.JsonbCodec;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CanonicalJsonProperties {
    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.of(utf8(json)).orElseThrow(), StandardCharsets.UTF_8);
    }

    /** Numbers by value and digits behind the point, as PostgreSQL keeps them. */
    private static Object meaning(Object value) {
        if (value instanceof BigDecimal number) {
            return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
        }
        if (value instanceof Map<?, ?> members) {
            Map<Object, Object> all = new TreeMap<>();
            members.forEach((name, member) -> all.put(name, meaning(member)));
            return all;
        }
        if (value instanceof List<?> elements) {
            List<Object> all = new ArrayList<>();
            elements.forEach(element -> all.add(meaning(element)));
            return all;
        }
        return value == null ? "(null)" : "=" + value;
    }

    private static Object meaningOf(String json) {
        return meaning(JsonbCodec.standard().decode(utf8(json), Map.class));
    }

    @Property(tries = 2_000)
    void nothingIsLostAndThereIsOneFormOnly(@ForAll long seed) {
        String json = new AnyJson(new Random(seed)).withId("x");
        String canonical = canonical(json);
        assertThat(meaningOf(canonical)).isEqualTo(meaningOf(json));
        assertThat(canonical(canonical)).isEqualTo(canonical);
        assertThat(canonical).doesNotContain("\n", "\t", "\": ");
        // The same object, written by another hand.
        assertThat(canonical(reversed(json))).isEqualTo(canonical);
    }

    @SuppressWarnings("unchecked") // the codec reads JSON objects as maps with string keys
    private static String reversed(String json) {
        Map<String, Object> members = JsonbCodec.standard().decode(utf8(json), Map.class);
        List<String> names = new ArrayList<>(members.keySet());
        StringBuilder out = new StringBuilder("{");
        for (int i = names.size() - 1; i >= 0; i--) {
            write(names.get(i), out);
            write(members.get(names.get(i)), out.append(" : "));
            out.append(i > 0 ? " ,\n" : "");
        }
        return out.append('}').toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof String text) {
            JsonStrings.quote(text, out);
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                write(element, out.append(separator));
                separator = " , ";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> member : map.entrySet()) {
                write(member.getKey(), out.append(separator));
                write(member.getValue(), out.append(":"));
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : "}");
        } else if (value instanceof BigDecimal number) {
            out.append(number.scale() < 0 ? number.setScale(0).toPlainString() : number.toString());
        } else {
            out.append(value);
        }
    }

    @Example
    void whatIsNoJsonObjectOrCannotBeWrittenInOneFormHasNone() {
        for (String text : List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "1",
                "{}{}",
                "{} x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,}",
                "{\"a\":01}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":+1}",
                "{\"a\":1e}",
                "{\"a\":--1}",
                "{\"a\":nul}",
                "{\"a\":'b'}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12\"}",
                "{\"a\":[1,]}",
                "{\"a\":[1 2]}",
                "{\"a\":\"",
                "{\"a\":1,\"a\":2}",
                "{\"b\":1,\"a\":2,\"b\":3}",
                "{\"a\":1e1000}",
                "{\"a\":1e99999999999}",
                "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}",
                "{\"a\":" + "9".repeat(2_000) + "}",
                "\ufeff{}",
                "{\"a\":NaN}",
                "{\"a\":tru",
                "{a:1}")) {
            assertThat(CanonicalJson.of(utf8(text))).as(text).isEmpty();
        }
        assertThat(CanonicalJson.of(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isEmpty();
        assertThat(CanonicalJson.of(new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"', ':', '1', '}'}))
                .isEmpty();
    }

    @Example
    void halfASurrogatePairIsKeptAsAnEscape() {
        assertThat(canonical("{\"a\":\"\\ud83d\\ude00 \\uD83D x \\ude00\"}"))
                .isEqualTo("{\"a\":\"😀 \\ud83d x \\ude00\"}");
    }

    @Example
    void membersAreInTheOrderOfTheirUtf16CodeUnits() {
        assertThat(canonical("{\"é\":1,\"b\":2,\"ﬀ\":3,\"😀\":4,\"\":5,\"B\":6}"))
                .isEqualTo("{\"\":5,\"B\":6,\"b\":2,\"é\":1,\"😀\":4,\"ﬀ\":3}");
    }
}
