package fr.aisneneo.core.json.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON as plain values: maps, lists, texts, {@code BigDecimal}, booleans and null. Needs no provider. */
public final class PlainReader {
    private PlainReader() {}

    /**
     * Reads one whole text.
     *
     * @param json JSON as UTF-8
     * @return the value; maps keep the order of the text
     * @throws Misfit if it is not JSON within {@link JsonLimits}
     */
    public static @Nullable Object read(byte[] json) {
        JsonScanner in = new JsonScanner(json, false);
        Object value = value(in);
        in.end();
        return value;
    }

    private static @Nullable Object value(JsonScanner in) {
        switch (in.peek()) {
            case '{' -> {
                return object(in);
            }
            case '[' -> {
                return list(in);
            }
            case '"' -> {
                in.string();
                return in.text();
            }
            case 't', 'f' -> {
                return in.bool();
            }
            case 'n' -> {
                in.nullValue();
                return null;
            }
            default -> {
                in.number();
                return new BigDecimal(in.numberText());
            }
        }
    }

    private static Map<String, @Nullable Object> object(JsonScanner in) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (in.open('{', '}')) {
            do {
                in.name();
                String name = in.text();
                if (members.containsKey(name)) {
                    throw Misfit.duplicate();
                }
                members.put(name, value(in));
            } while (in.more('}'));
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonScanner in) {
        List<@Nullable Object> elements = new ArrayList<>();
        if (in.open('[', ']')) {
            do {
                elements.add(value(in));
            } while (in.more(']'));
        }
        return elements;
    }
}
