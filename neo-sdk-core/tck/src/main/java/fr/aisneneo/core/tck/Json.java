package fr.aisneneo.core.tck;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into values that can be compared: maps, lists, texts, decimals, truths and {@link #NULL}.
 *
 * <p>The contract compares bodies by value, since an engine may keep them in a JSON type; a provider of JSON-P is not
 * asked of the author for that. Bodies are the cases' own, so that a lenient reader will do.
 */
final class Json {
    /** The JSON null. */
    static final Object NULL = "null".toCharArray();

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    static Object parse(byte[] utf8) {
        Json json = new Json(new String(utf8, StandardCharsets.UTF_8));
        Object value = json.value();
        if (json.next() != 0) {
            throw json.malformed();
        }
        return value;
    }

    private Object value() {
        return switch (next()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> word();
        };
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new LinkedHashMap<>();
        for (at++; next() != '}'; skip(',')) {
            String name = string();
            if (next() != ':') {
                throw malformed();
            }
            at++;
            members.put(name, value());
        }
        at++;
        return members;
    }

    private List<Object> array() {
        List<Object> items = new ArrayList<>();
        for (at++; next() != ']'; skip(',')) {
            items.add(value());
        }
        at++;
        return items;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            char here = text.charAt(at);
            string.append(here == '\\' ? escaped() : here);
        }
        at++;
        return string.toString();
    }

    private char escaped() {
        char escape = text.charAt(++at);
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                at += 4;
                yield (char) Integer.parseInt(text.substring(at - 3, at + 1), 16);
            }
            default -> escape;
        };
    }

    private Object word() {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            case "null" -> NULL;
            default -> new BigDecimal(word);
        };
    }

    /** The character behind white space, or 0 at the end. */
    private char next() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void skip(char separator) {
        if (next() == separator) {
            at++;
        }
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("Not JSON at character " + at + ": " + text);
    }
}
