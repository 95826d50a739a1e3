package fr.aisneneo.core.transfer;

import java.util.Locale;
import java.util.Random;

/** JSON objects as no two programs would write them: any order, white space, escapes and form of numbers. */
final class AnyJson {
    private static final String[] TEXTS = {
        "", "a", "é", "😀", "\"", "\\", "/", "\n", "\u0001", "\u2028", "ﬀ", "Z", "\u007f"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "0.0",
        "-0.00",
        "1",
        "-1",
        "10",
        "1000000",
        "1e3",
        "1E+3",
        "1.50",
        "1.5e1",
        "2.50E-3",
        "1e-25",
        "1E30",
        "12345678901234567890",
        "9007199254740993",
        "1.7976931348623157E308",
        "4.9E-324",
        "123456789012345678901234567890",
        "100000000000000000000",
        "1000000000000000000000",
        "0.000000000000000000001",
        "0.0000000000000000000001",
        "10E-1"
    };

    private final Random random;

    AnyJson(Random random) {
        this.random = random;
    }

    /** An object that has an id, and perhaps members of any kind. */
    String withId(String id) {
        StringBuilder out = new StringBuilder();
        int members = random.nextInt(5);
        int place = random.nextInt(members + 1);
        out.append('{').append(space());
        for (int member = 0; member <= members; member++) {
            if (member > 0) {
                out.append(space()).append(',').append(space());
            }
            if (member == place) {
                out.append("\"id\"").append(space()).append(':').append(space()).append(text(id));
            } else {
                // Names that begin with different letters are different.
                out.append(text((char) ('j' + member) + TEXTS[random.nextInt(TEXTS.length)]))
                        .append(space())
                        .append(':')
                        .append(space());
                value(out, 0);
            }
        }
        return out.append(space()).append('}').toString();
    }

    private void value(StringBuilder out, int depth) {
        switch (random.nextInt(depth > 3 ? 4 : 6)) {
            case 0 -> out.append(NUMBERS[random.nextInt(NUMBERS.length)]);
            case 1 -> out.append(text(TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)]));
            case 2 -> out.append(random.nextBoolean());
            case 3 -> out.append("null");
            case 4 -> {
                out.append('[').append(space());
                for (int i = random.nextInt(4); i > 0; i--) {
                    value(out, depth + 1);
                    out.append(space()).append(i > 1 ? "," : "");
                }
                out.append(']');
            }
            default -> {
                out.append('{').append(space());
                for (int i = random.nextInt(4); i > 0; i--) {
                    out.append(text((char) ('z' - i) + TEXTS[random.nextInt(TEXTS.length)]))
                            .append(':');
                    value(out, depth + 1);
                    out.append(space()).append(i > 1 ? "," : "");
                }
                out.append('}');
            }
        }
    }

    private String space() {
        return switch (random.nextInt(6)) {
            case 0 -> " ";
            case 1 -> "\n\t";
            default -> "";
        };
    }

    private String text(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (random.nextInt(4) == 0 || c < ' ' || c == '"' || c == '\\') {
                for (char unit : Character.toChars(c)) {
                    String hex = Integer.toHexString(unit);
                    out.append("\\u").append("0".repeat(4 - hex.length()));
                    out.append(random.nextBoolean() ? hex : hex.toUpperCase(Locale.ROOT));
                }
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.append('"').toString();
    }
}
