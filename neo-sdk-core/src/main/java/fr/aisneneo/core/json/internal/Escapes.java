package fr.aisneneo.core.json.internal;

/** Escapes within JSON texts, written as RFC 8785 (JSON Canonicalization Scheme), section 3.2.2.2, writes them. */
public final class Escapes {
    private static final String SHORT_UNITS = "\b\t\n\f\r";
    private static final String SHORT_LETTERS = "btnfr";

    private Escapes() {}

    /** Passes one escape, or two that make a surrogate pair. */
    static int after(byte[] json, int at) {
        int letter = at + 1 < json.length ? json[at + 1] : -1;
        if (letter != 'u') {
            if ("\"\\/bfnrt".indexOf(letter) < 0) {
                throw Misfit.malformed(at);
            }
            return at + 2;
        }
        char unit = unit(json, at);
        if (unit == 0 || Character.isLowSurrogate(unit)) {
            throw Misfit.unstorable();
        }
        if (!Character.isHighSurrogate(unit)) {
            return at + 6;
        }
        boolean follows = at + 7 < json.length && json[at + 6] == '\\' && json[at + 7] == 'u';
        if (!follows || !Character.isLowSurrogate(unit(json, at + 6))) {
            throw Misfit.unstorable();
        }
        return at + 12;
    }

    private static char unit(byte[] json, int at) {
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < json.length ? Character.digit(json[i], 16) : -1;
            if (digit < 0) {
                throw Misfit.malformed(at);
            }
            unit = (unit << 4) | digit;
        }
        return (char) unit;
    }

    /** Whether an escape stands as it would be written here. */
    static boolean isCanonical(byte[] json, int at) {
        if (at + 5 >= json.length || json[at + 1] != 'u') {
            return at + 1 < json.length && json[at + 1] != '/';
        }
        char unit = unit(json, at);
        boolean capital = json[at + 5] >= 'A' && json[at + 5] <= 'F';
        return unit < ' ' && SHORT_UNITS.indexOf(unit) < 0 && !capital;
    }

    /** Resolves the escapes of a text that is known to be well-formed. */
    static String resolve(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char letter = raw.charAt(++i);
            if (letter == 'u') {
                text.append((char) Integer.parseInt(raw, i + 1, i + 5, 16));
                i += 4;
            } else {
                int control = SHORT_LETTERS.indexOf(letter);
                text.append(control < 0 ? letter : SHORT_UNITS.charAt(control));
            }
        }
        return text.toString();
    }

    /**
     * Writes a text with its quotes.
     *
     * @param text the text
     * @param out where to
     * @throws Misfit if it holds U+0000
     */
    public static void write(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c >= ' ') {
                out.append(c);
            } else if (c == 0) {
                throw Misfit.unstorable();
            } else {
                int control = SHORT_UNITS.indexOf(c);
                if (control >= 0) {
                    out.append('\\').append(SHORT_LETTERS.charAt(control));
                } else {
                    out.append(c < 16 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
                }
            }
        }
        out.append('"');
    }
}
