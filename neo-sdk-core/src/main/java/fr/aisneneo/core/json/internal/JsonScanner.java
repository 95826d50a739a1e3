package fr.aisneneo.core.json.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over JSON text once, by RFC 8259 and I-JSON to the letter: grammar, UTF-8, depth, length of numbers, no name
 * twice, no U+0000 and no half surrogate pair. It builds nothing; whoever drives it asks for the token it expects.
 *
 * <p>It also notices whether the text is in the one form that this SDK writes ({@link #canonical}).
 */
final class JsonScanner {
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    final byte[] json;
    /** Whether texts are read by their adapters too, to find the field that a provider stumbled over. */
    final boolean readsTexts;
    /** False once something was met that the SDK writes in another way. */
    boolean canonical = true;
    /** Whether a floating-point number was a zero with a minus, which is not kept. */
    boolean negativeZero;
    /** The last text or number: first byte, and the byte after its last. */
    int tokenStart;

    int tokenEnd;
    /** Whether the last text holds escapes. */
    boolean tokenEscaped;
    /** Whether the last number has neither point nor exponent. */
    boolean tokenInteger;

    private int at;
    private int depth;

    JsonScanner(byte[] json, boolean readsTexts) {
        this.json = json;
        this.readsTexts = readsTexts;
    }

    /** Where the walk stands. */
    int position() {
        return at;
    }

    /** Looks ahead for a member of the object that starts here: its value, if it is there and a text. */
    @Nullable String memberAhead(String wanted) {
        int startedAt = at;
        int startedDepth = depth;
        boolean wasCanonical = canonical;
        try {
            if (open('{', '}')) {
                do {
                    name();
                    if (text().equals(wanted)) {
                        if (peek() != '"') {
                            return null;
                        }
                        string();
                        return text();
                    }
                    AnyValue.pass(this);
                } while (more('}'));
            }
            return null;
        } finally {
            at = startedAt;
            depth = startedDepth;
            canonical = wasCanonical;
        }
    }

    Misfit malformed() {
        return Misfit.malformed(at);
    }

    /** The first byte of the next token, white space skipped. */
    byte peek() {
        while (at < json.length) {
            byte next = json[at];
            if (next > ' ') {
                return next;
            }
            if (next < 0 || (next != ' ' && next != '\n' && next != '\r' && next != '\t')) {
                break;
            }
            canonical = false;
            at++;
        }
        throw malformed();
    }

    /** Passes if nothing but white space is left. */
    void end() {
        if (at < json.length) {
            while (at < json.length) {
                byte next = json[at];
                if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                    throw malformed();
                }
                at++;
            }
            canonical = false;
        }
    }

    /** Enters an object or a list. Returns whether it has anything in it; if not, it is left at once. */
    boolean open(char opening, char closing) {
        if (peek() != opening) {
            throw malformed();
        }
        if (++depth > JsonLimits.DEPTH) {
            throw Misfit.tooDeep();
        }
        at++;
        if (peek() == closing) {
            at++;
            depth--;
            return false;
        }
        return true;
    }

    /** Goes on to the next member or element, or leaves. */
    boolean more(char closing) {
        byte next = peek();
        if (next == ',') {
            at++;
            return true;
        }
        if (next != closing) {
            throw malformed();
        }
        at++;
        depth--;
        return false;
    }

    /** Reads the name of a member and its colon. */
    void name() {
        string();
        if (peek() != ':') {
            throw malformed();
        }
        at++;
    }

    boolean isNull() {
        return peek() == 'n';
    }

    void nullValue() {
        literal(NULL);
    }

    boolean bool() {
        if (peek() == 't') {
            literal(TRUE);
            return true;
        }
        literal(FALSE);
        return false;
    }

    private void literal(byte[] word) {
        if (!Arrays.equals(json, at, Math.min(at + word.length, json.length), word, 0, word.length)) {
            throw malformed();
        }
        at += word.length;
    }

    boolean isNumber() {
        byte next = peek();
        return next == '-' || (next >= '0' && next <= '9');
    }

    void number() {
        peek();
        int start = at;
        if (next() == '-') {
            at++;
        }
        if (next() == '0') {
            at++;
        } else {
            digits();
        }
        tokenInteger = true;
        if (next() == '.') {
            tokenInteger = false;
            at++;
            digits();
        }
        if (next() == 'e' || next() == 'E') {
            tokenInteger = false;
            at++;
            if (next() == '+' || next() == '-') {
                at++;
            }
            int exponent = at;
            digits();
            if (at - exponent > 3 || Integer.parseInt(ascii(exponent, at)) > JsonLimits.EXPONENT) {
                throw Misfit.tooLarge("1E" + JsonLimits.EXPONENT);
            }
        }
        if (at - start > JsonLimits.NUMBER_LENGTH) {
            throw Misfit.tooLarge(Words.digits(JsonLimits.NUMBER_LENGTH));
        }
        tokenStart = start;
        tokenEnd = at;
    }

    private int next() {
        return at < json.length ? json[at] : -1;
    }

    private void digits() {
        int start = at;
        while (next() >= '0' && next() <= '9') {
            at++;
        }
        if (at == start) {
            throw malformed();
        }
    }

    /** Reads a text; its content is then between {@link #tokenStart} and {@link #tokenEnd}. */
    void string() {
        if (peek() != '"') {
            throw malformed();
        }
        int i = at + 1;
        int start = i;
        boolean escaped = false;
        byte[] bytes = json;
        while (i < bytes.length) {
            byte b = bytes[i];
            if (b >= ' ' && b != '"' && b != '\\') {
                i++;
            } else if (b == '"') {
                tokenStart = start;
                tokenEnd = i;
                tokenEscaped = escaped;
                at = i + 1;
                return;
            } else if (b == '\\') {
                escaped = true;
                canonical &= Escapes.isCanonical(bytes, i);
                i = Escapes.after(bytes, i);
            } else if (b < 0) {
                i = Utf8.after(bytes, i);
            } else {
                throw b == 0 ? Misfit.unstorable() : Misfit.malformed(i);
            }
        }
        at = bytes.length;
        throw malformed();
    }

    /** The last text, its escapes resolved. */
    String text() {
        String raw = new String(json, tokenStart, tokenEnd - tokenStart, StandardCharsets.UTF_8);
        return tokenEscaped ? Escapes.resolve(raw) : raw;
    }

    /** The last number as it stands. */
    String numberText() {
        return ascii(tokenStart, tokenEnd);
    }

    private String ascii(int from, int to) {
        return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
