package fr.aisneneo.core.json.internal;

import java.nio.charset.StandardCharsets;

/** UTF-8 to the letter: where a text or its bytes are broken, nothing is put in their place. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Encodes a text.
     *
     * @param text the text
     * @return its bytes
     * @throws Misfit if it holds half a surrogate pair
     */
    public static byte[] encode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                    throw Misfit.unstorable();
                }
                i++;
            }
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Passes one character of two to four bytes (RFC 3629, section 4: no overlong form, no surrogate). */
    static int after(byte[] json, int at) {
        int first = json[at] & 0xFF;
        int length = first >= 0xC2 && first <= 0xDF ? 2 : first >= 0xE0 && first <= 0xEF ? 3 : 4;
        if (first < 0xC2 || first > 0xF4 || at + length > json.length) {
            throw Misfit.malformed(at);
        }
        int second = json[at + 1] & 0xFF;
        int lowest = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int highest = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        if (second < lowest || second > highest) {
            boolean surrogate = first == 0xED && second > highest && second <= 0xBF;
            throw surrogate ? Misfit.unstorable() : Misfit.malformed(at);
        }
        for (int next = at + 2; next < at + length; next++) {
            if ((json[next] & 0xC0) != 0x80) {
                throw Misfit.malformed(at);
            }
        }
        return at + length;
    }
}
