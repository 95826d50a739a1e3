package fr.aisneneo.core.sealing.internal;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values as bytes, so that different values are different bytes and a value has the same ones whatever engine kept it:
 * each is a letter, a length and its content, properties stand in the order of their names, and a number is its value,
 * not its digits, which PostgreSQL may write otherwise. Used by one thread.
 */
public final class Canonical {
    private byte[] bytes = new byte[512];
    private int size;

    /** Nothing yet. */
    public Canonical() {}

    /**
     * Adds a value.
     *
     * @param value a map, list, text, number, truth or null, as {@link fr.aisneneo.core.json.Codec#decode} gives them
     * @return this
     * @throws IllegalArgumentException for anything else
     */
    public Canonical add(@Nullable Object value) {
        if (value == null) {
            put('n');
        } else if (value instanceof String text) {
            text('s', text);
        } else if (value instanceof BigDecimal number) {
            BigDecimal bare = number.stripTrailingZeros();
            text('d', bare.unscaledValue() + "e" + -(long) bare.scale());
        } else if (value instanceof Long || value instanceof Integer) {
            whole(((Number) value).longValue());
        } else if (value instanceof Boolean truth) {
            put(truth ? 't' : 'f');
        } else if (value instanceof List<?> list) {
            length('l', list.size());
            list.forEach(this::add);
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            map.forEach((name, content) -> sorted.put((String) name, content));
            length('m', sorted.size());
            sorted.forEach((name, content) -> {
                text('s', name);
                add(content);
            });
        } else {
            throw new IllegalArgumentException("No JSON value: " + value.getClass());
        }
        return this;
    }

    /**
     * What was added.
     *
     * @return the bytes
     */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void whole(long number) {
        if (number % 10 == 0) {
            add(BigDecimal.valueOf(number));
        } else {
            text('d', number + "e0");
        }
    }

    private void text(char letter, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        length(letter, utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void length(char letter, int length) {
        put(letter);
        put(length >>> 24);
        put(length >>> 16);
        put(length >>> 8);
        put(length);
    }

    private void put(int one) {
        room(1);
        bytes[size++] = (byte) one;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.addExact(Math.max(bytes.length, more), bytes.length));
        }
    }
}
