package fr.aisneneo.core.json.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes maps, lists and plain values; what is neither is handed on. */
public final class PlainWriter {
    private final StringBuilder out = new StringBuilder();
    private final Function<Object, String> others;

    /**
     * A writer for one value.
     *
     * @param others writes what is no plain value, or throws
     */
    public PlainWriter(Function<Object, String> others) {
        this.others = others;
    }

    /**
     * Writes a value.
     *
     * @param value the value
     * @return its JSON
     * @throws Misfit if it is nested too deep or has no JSON form
     */
    public String write(Object value) {
        value(value, 0);
        return out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            Escapes.write(text, out);
        } else if (value instanceof Number number) {
            out.append(number(number));
        } else if (depth == JsonLimits.DEPTH) {
            throw Misfit.tooDeep();
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth + 1);
        } else if (value instanceof Collection<?> list) {
            list(list, depth + 1);
        } else {
            out.append(others.apply(value));
        }
    }

    private static String number(Number number) {
        if (number instanceof Integer
                || number instanceof Long
                || number instanceof Short
                || number instanceof Byte
                || number instanceof BigInteger) {
            return number.toString();
        }
        if (number instanceof BigDecimal decimal && Math.abs((long) decimal.scale()) <= JsonLimits.EXPONENT) {
            return decimal.toString();
        }
        if (Double.isFinite(number.doubleValue()) && (number instanceof Double || number instanceof Float)) {
            return number.toString();
        }
        throw Misfit.outOfRange("-1E" + JsonLimits.EXPONENT, "1E" + JsonLimits.EXPONENT);
    }

    private void object(Map<?, ?> map, int depth) {
        Map<String, Object> members = new TreeMap<>();
        map.forEach((name, value) -> {
            if (value != null) {
                members.put(String.valueOf(name), value);
            }
        });
        char separator = '{';
        for (Map.Entry<String, Object> member : members.entrySet()) {
            out.append(separator);
            Escapes.write(member.getKey(), out);
            out.append(':');
            try {
                value(member.getValue(), depth);
            } catch (Misfit e) {
                throw e.in("*");
            }
            separator = ',';
        }
        out.append(members.isEmpty() ? "{}" : "}");
    }

    private void list(Collection<?> list, int depth) {
        char separator = '[';
        int index = 0;
        for (Object element : list) {
            out.append(separator);
            try {
                value(element, depth);
            } catch (Misfit e) {
                throw e.at(index);
            }
            separator = ',';
            index++;
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }
}
