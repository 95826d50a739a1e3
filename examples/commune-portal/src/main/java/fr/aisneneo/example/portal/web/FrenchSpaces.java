package fr.aisneneo.example.portal.web;

/**
 * French puts a space before {@code : ; ? ! »} and after {@code «}, where no line may break. Templates and the SDK's
 * messages have plain spaces, which are easier to write and to search; pages get those that do not break.
 */
final class FrenchSpaces {
    private static final char NO_BREAK = '\u00a0';
    private static final String BEFORE = ":;?!»";

    private FrenchSpaces() {}

    /** A page whose text, and nothing inside its tags, has spaces that do not break. */
    static String unbreakable(String page) {
        StringBuilder shown = new StringBuilder(page);
        boolean inTag = false;
        boolean inQuotes = false;
        for (int i = 0; i < page.length(); i++) {
            char here = page.charAt(i);
            if (inTag) {
                inQuotes ^= here == '"';
                inTag = inQuotes || here != '>';
            } else if (here == '<') {
                inTag = true;
            } else if (here == ' ' && (precedes(page, i) || follows(page, i))) {
                shown.setCharAt(i, NO_BREAK);
            }
        }
        return shown.toString();
    }

    private static boolean precedes(String page, int space) {
        return space + 1 < page.length() && BEFORE.indexOf(page.charAt(space + 1)) >= 0;
    }

    private static boolean follows(String page, int space) {
        return space > 0 && page.charAt(space - 1) == '«';
    }
}
