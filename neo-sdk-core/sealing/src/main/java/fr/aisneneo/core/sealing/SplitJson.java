package fr.aisneneo.core.sealing;

import fr.aisneneo.core.json.Codec;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The properties of a JSON object in two parts, as they stand in it: what is sealed is neither read as values nor
 * written again, and most of a document is. It takes what a {@link Codec} wrote, without white space, and refuses
 * everything that it does not know as such.
 */
final class SplitJson {
    private final byte[] sealed;
    private final byte[] clear;

    private SplitJson(byte[] sealed, byte[] clear) {
        this.sealed = sealed;
        this.clear = clear;
    }

    /** An object of the properties that are to be sealed. */
    byte[] sealed() {
        return sealed;
    }

    /** An object of the others. */
    byte[] clear() {
        return clear;
    }

    static SplitJson of(byte[] object, Codec codec, Predicate<String> isSealed) {
        Part sealed = new Part(object.length);
        Part clear = new Part(object.length);
        int at = expect(object, 0, '{');
        while (at < object.length && object[at] != '}') {
            int nameEnd = endOfText(object, expect(object, at, '"'));
            int end = endOfValue(object, expect(object, nameEnd, ':'));
            (isSealed.test(name(object, at, nameEnd, codec)) ? sealed : clear).add(object, at, end);
            at = end < object.length && object[end] == ',' ? end + 1 : end;
        }
        if (expect(object, at, '}') != object.length) {
            throw foreign();
        }
        return new SplitJson(sealed.object(), clear.object());
    }

    /** One object of the properties of two, of which each may be empty. */
    static byte[] joined(byte[] one, byte[] other) {
        if (one.length <= 2) {
            return other;
        }
        if (other.length <= 2) {
            return one;
        }
        byte[] both = Arrays.copyOf(one, one.length + other.length - 1);
        both[one.length - 1] = ',';
        System.arraycopy(other, 1, both, one.length, other.length - 1);
        return both;
    }

    private static int expect(byte[] json, int at, char wanted) {
        if (at >= json.length || json[at] != wanted) {
            throw foreign();
        }
        return at + 1;
    }

    /** The place after the quotation mark that ends a text. */
    private static int endOfText(byte[] json, int start) {
        for (int at = start; at < json.length; at++) {
            if (json[at] == '"') {
                return at + 1;
            }
            if (json[at] == '\\') {
                at++;
            }
        }
        throw foreign();
    }

    /** The place of the comma or brace that follows a value. */
    private static int endOfValue(byte[] json, int start) {
        int depth = 0;
        int at = start;
        while (at < json.length) {
            byte next = json[at];
            if (next == '"') {
                at = endOfText(json, at + 1);
                continue;
            }
            if (depth == 0 && at > start && (next == ',' || next == '}')) {
                return at;
            }
            if (next == '{' || next == '[') {
                depth++;
            } else if (next == '}' || next == ']') {
                depth--;
            }
            if (depth < 0) {
                throw foreign();
            }
            at++;
        }
        throw foreign();
    }

    private static String name(byte[] json, int from, int to, Codec codec) {
        for (int at = from; at < to; at++) {
            if (json[at] == '\\') {
                String alone = "{" + new String(json, from, to - from, StandardCharsets.UTF_8) + ":true}";
                Map<?, ?> read = codec.decode(alone.getBytes(StandardCharsets.UTF_8), Map.class);
                return (String) read.keySet().iterator().next();
            }
        }
        return new String(json, from + 1, to - from - 2, StandardCharsets.UTF_8);
    }

    /** Without a word of it. */
    private static IllegalStateException foreign() {
        return new IllegalStateException("The codec does not write JSON without white space, as a codec has to");
    }

    /** An object that grows. */
    private static final class Part {
        private final byte[] bytes;
        private int length = 1;

        Part(int most) {
            bytes = new byte[most + 2];
            bytes[0] = '{';
        }

        void add(byte[] json, int from, int to) {
            if (length > 1) {
                bytes[length++] = ',';
            }
            System.arraycopy(json, from, bytes, length, to - from);
            length += to - from;
        }

        byte[] object() {
            bytes[length] = '}';
            return Arrays.copyOf(bytes, length + 1);
        }
    }
}
