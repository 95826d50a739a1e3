package fr.aisneneo.core.json.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes JSON again in the one form of this SDK: members by name, sets by content, no nulls, no needless escapes.
 * Needed only where a provider wrote it in another form, or a map or a set came in another order.
 */
final class CanonicalWriter {
    /** The order in which {@link ListShape} expects the elements of a set. */
    private static final Comparator<String> BY_BYTES =
            (a, b) -> Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

    private CanonicalWriter() {}

    static String rewrite(byte[] json, Shape shape) {
        StringBuilder out = new StringBuilder(json.length);
        value(new JsonScanner(json, false), shape, out);
        return out.toString();
    }

    private static void value(JsonScanner in, Shape declared, StringBuilder out) {
        switch (in.peek()) {
            case '{' -> object(in, declared.resolve(in), out);
            case '[' -> list(in, declared, out);
            case '"' -> {
                in.string();
                Escapes.write(in.text(), out);
            }
            case 't', 'f' -> out.append(in.bool());
            case 'n' -> {
                in.nullValue();
                out.append("null");
            }
            default -> {
                in.number();
                number(in.numberText(), declared, out);
            }
        }
    }

    private static void number(String text, Shape declared, StringBuilder out) {
        if (declared instanceof TextShape) { // a decimal, as Johnzon writes it in maps
            out.append('"').append(text).append('"');
        } else if (declared instanceof FloatingShape && text.startsWith("-") && Double.parseDouble(text) == 0) {
            out.append(text, 1, text.length());
        } else {
            out.append(text);
        }
    }

    private static void object(JsonScanner in, Shape shape, StringBuilder out) {
        Map<String, String> members = new TreeMap<>();
        if (in.open('{', '}')) {
            do {
                in.name();
                String name = in.text();
                if (in.isNull()) {
                    in.nullValue();
                } else {
                    StringBuilder member = new StringBuilder();
                    Escapes.write(name, member);
                    member.append(':');
                    value(in, shape.member(name), member);
                    members.put(name, member.toString());
                }
            } while (in.more('}'));
        }
        join('{', members.values(), '}', out);
    }

    private static void list(JsonScanner in, Shape shape, StringBuilder out) {
        List<String> elements = new ArrayList<>();
        if (in.open('[', ']')) {
            do {
                StringBuilder element = new StringBuilder();
                value(in, shape.element(), element);
                elements.add(element.toString());
            } while (in.more(']'));
        }
        if (shape.unordered()) {
            elements.sort(BY_BYTES);
        }
        join('[', elements, ']', out);
    }

    private static void join(char opening, Collection<String> parts, char closing, StringBuilder out) {
        out.append(opening);
        String separator = "";
        for (String part : parts) {
            out.append(separator).append(part);
            separator = ",";
        }
        out.append(closing);
    }
}
