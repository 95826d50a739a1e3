package fr.aisneneo.core.transfer;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Writes JSON again in one form, so that what an engine made of a body (order of members, white space, escapes, the
 * form of numbers) is not in the file. Nothing is lost: nulls stay, numbers keep every digit, zeros at the end of a
 * fraction included. Used once, by one thread.
 */
final class CanonicalJson {
    private static final int DEPTH = 200;

    private final String text;
    private final StringBuilder out;
    private int at;

    private CanonicalJson(String text) {
        this.text = text;
        this.out = new StringBuilder(text.length());
    }

    /**
     * The canonical form of one JSON object.
     *
     * @param json UTF-8
     * @return empty if it is none, names a member twice, is nested too deep, or has a number of absurd length
     */
    static Optional<byte[]> of(byte[] json) {
        try {
            CanonicalJson scan = new CanonicalJson(strictUtf8(json));
            scan.whole();
            return Optional.of(scan.out.toString().getBytes(StandardCharsets.UTF_8));
        } catch (NotJson | CharacterCodingException e) {
            return Optional.empty();
        }
    }

    static String strictUtf8(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Not to be told to anybody: where it stands is answered by {@link #of}. */
    static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotJson() {
            super("Not JSON", null, false, false);
        }
    }

    private record Member(String name, int start, int end) {}

    private void whole() {
        space();
        if (peek() != '{') {
            throw new NotJson();
        }
        value(0);
        space();
        if (at != text.length()) {
            throw new NotJson();
        }
    }

    private void value(int depth) {
        if (depth > DEPTH) {
            throw new NotJson();
        }
        switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> JsonStrings.quote(string(), out);
            case 't' -> literal("true");
            case 'f' -> literal("false");
            case 'n' -> literal("null");
            default -> number();
        }
    }

    private void object(int depth) {
        int opened = out.length();
        List<Member> members = new ArrayList<>();
        boolean sorted = true;
        out.append('{');
        at++;
        space();
        for (char end = peek() == '}' ? '}' : ','; end == ','; ) {
            int start = out.length();
            space();
            String name = string();
            JsonStrings.quote(name, out);
            space();
            expect(':');
            out.append(':');
            space();
            value(depth + 1);
            sorted &=
                    members.isEmpty() || members.get(members.size() - 1).name().compareTo(name) < 0;
            members.add(new Member(name, start, out.length()));
            space();
            end = peek();
            if (end == ',') {
                at++;
                out.append(',');
            }
        }
        expect('}');
        if (!sorted) {
            sort(opened, members);
        }
        out.append('}');
    }

    private void sort(int opened, List<Member> members) {
        members.sort(Comparator.comparing(Member::name));
        StringBuilder again = new StringBuilder(out.length() - opened);
        String before = null;
        for (Member member : members) {
            if (member.name().equals(before)) {
                throw new NotJson();
            }
            again.append(before == null ? '{' : ',').append(out, member.start(), member.end());
            before = member.name();
        }
        out.setLength(opened);
        out.append(again);
    }

    private void list(int depth) {
        out.append('[');
        at++;
        space();
        for (char end = peek() == ']' ? ']' : ','; end == ','; ) {
            space();
            value(depth + 1);
            space();
            end = peek();
            if (end == ',') {
                at++;
                out.append(',');
            }
        }
        expect(']');
        out.append(']');
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at = JsonStrings.read(text, at, string);
        return string.toString();
    }

    private void literal(String word) {
        if (!text.startsWith(word, at)) {
            throw new NotJson();
        }
        at += word.length();
        out.append(word);
    }

    private void number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        out.append(JsonNumbers.canonical(text.substring(start, at)));
    }

    private char peek() {
        if (at == text.length()) {
            throw new NotJson();
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw new NotJson();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
