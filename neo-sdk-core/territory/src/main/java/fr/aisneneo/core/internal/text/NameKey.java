package fr.aisneneo.core.internal.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The words that a place name is found by: without accents, case, ligatures, hyphens, apostrophes and articles, and
 * with {@code st} and {@code ste} written out. {@code Moÿ-de-l’Aisne} becomes {@code moy aisne}. The machine's locale
 * plays no part.
 */
public final class NameKey {
    /** Of articles and the particles they melt with; {@code lès} (near) falls to {@code les} with its accent. */
    private static final Set<String> ARTICLES = Set.of("le", "la", "les", "l", "de", "du", "des", "d", "au", "aux");

    /** What compatibility forms may swell to is cut here, far beyond any name: a key has at most 480 bytes. */
    private static final int LONGEST = 120;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");

    private NameKey() {}

    /**
     * The key of a name.
     *
     * @param name a name
     * @return its words with one space between them; empty for a text without letters and digits
     */
    public static String of(String name) {
        return behind(name, 0);
    }

    /**
     * The key from the n-th word on, for a search that starts within a name.
     *
     * @param name a name
     * @param skipped how many words to leave out
     * @return the other words; empty if there are none
     */
    public static String behind(String name, int skipped) {
        List<String> words = words(name);
        return words.size() <= skipped ? "" : joined(words.subList(skipped, words.size()));
    }

    /** As many whole words as fit: the beginning of a word might be an article, and fall away when read again. */
    private static String joined(List<String> words) {
        StringBuilder key = new StringBuilder();
        int room = LONGEST;
        for (String word : words) {
            room -= word.codePointCount(0, word.length());
            if (room < 0) {
                break;
            }
            key.append(key.isEmpty() ? "" : " ").append(word);
            room--;
        }
        String first = words.get(0);
        return key.isEmpty() ? first.substring(0, first.offsetByCodePoints(0, LONGEST)) : key.toString();
    }

    /**
     * The keys that the names somebody is typing may begin with: a last {@code st} may become Saint-Quentin or
     * Strasbourg.
     *
     * @param typed what is typed so far
     * @return one or two beginnings; none for a text without letters and digits
     */
    public static List<String> beginnings(String typed) {
        String key = of(typed);
        if (key.isEmpty()) {
            return List.of();
        }
        List<String> all = split(typed);
        String last = all.get(all.size() - 1);
        String full = writtenOut(last);
        if (full.equals(last) || !key.endsWith(full)) {
            return List.of(key);
        }
        return List.of(key, key.substring(0, key.length() - full.length()) + last);
    }

    private static List<String> words(String name) {
        List<String> all = split(name);
        List<String> kept = new ArrayList<>(all);
        kept.removeIf(ARTICLES::contains);
        if (kept.isEmpty() && !all.isEmpty()) {
            // Somebody who typed "la" may be on the way to Laon.
            kept.add(all.get(all.size() - 1));
        }
        kept.replaceAll(NameKey::writtenOut);
        return kept;
    }

    private static List<String> split(String name) {
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe")
                .replace("æ", "ae");
        List<String> words = new ArrayList<>();
        for (String word : BETWEEN_WORDS.split(plain, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String writtenOut(String word) {
        return switch (word) {
            case "st" -> "saint";
            case "ste" -> "sainte";
            default -> word;
        };
    }
}
