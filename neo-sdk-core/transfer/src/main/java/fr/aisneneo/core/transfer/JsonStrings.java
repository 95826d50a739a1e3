package fr.aisneneo.core.transfer;

import fr.aisneneo.core.transfer.CanonicalJson.NotJson;

/** JSON strings, with no escape that is not needed (RFC 8785, section 3.2.2.2). */
final class JsonStrings {
    private static final String SHORT_UNITS = "\b\t\n\f\r";
    private static final String SHORT_LETTERS = "btnfr";

    private JsonStrings() {}

    /**
     * Reads one.
     *
     * @param text JSON
     * @param from where its first quote stands
     * @param into what it says
     * @return the place behind its last quote
     */
    static int read(String text, int from, StringBuilder into) {
        if (from >= text.length() || text.charAt(from) != '"') {
            throw new NotJson();
        }
        for (int at = from + 1; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"') {
                return at + 1;
            }
            if (c < ' ') {
                throw new NotJson();
            }
            if (c == '\\') {
                at = escape(text, at + 1, into);
            } else {
                into.append(c);
            }
        }
        throw new NotJson();
    }

    /** Reads one escape, and gives the place of its last character. */
    private static int escape(String text, int at, StringBuilder into) {
        char letter = at < text.length() ? text.charAt(at) : 0;
        if (letter != 'u') {
            int control = SHORT_LETTERS.indexOf(letter);
            if (control < 0 && "\"\\/".indexOf(letter) < 0) {
                throw new NotJson();
            }
            into.append(control < 0 ? letter : SHORT_UNITS.charAt(control));
            return at;
        }
        int unit = 0;
        for (int i = at + 1; i <= at + 4; i++) {
            int digit = i < text.length() && text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), 16) : -1;
            if (digit < 0) {
                throw new NotJson();
            }
            unit = (unit << 4) | digit;
        }
        into.append((char) unit);
        return at + 4;
    }

    /** Writes one with its quotes; half a surrogate pair, which UTF-8 does not have, stays an escape. */
    static void quote(String string, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                int control = SHORT_UNITS.indexOf(c);
                if (control >= 0) {
                    out.append('\\').append(SHORT_LETTERS.charAt(control));
                } else {
                    out.append(c < 16 ? "\\u000" : "\\u00").append(Integer.toHexString(c));
                }
            } else if (!Character.isSurrogate(c)) {
                out.append(c);
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1))) {
                out.append(c).append(string.charAt(++i));
            } else {
                out.append("\\u").append(Integer.toHexString(c));
            }
        }
        out.append('"');
    }
}
