package fr.aisneneo.core.error;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The French and English texts of one library: {@code messages_fr.properties} and {@code messages_en.properties},
 * UTF-8.
 *
 * <p>A text holds placeholders such as <code>{field}</code>. The machine's default locale plays no part.
 * {@link java.util.ResourceBundle} is not used because it falls back to that default, and because a named module may
 * not read the bundle of another one: each library hands over its own resource loader.
 *
 * <pre>{@code
 * private static final MessageBundle TEXTS = MessageBundle.load(name -> BookingError.class.getResourceAsStream(name));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class MessageBundle {
    private final Properties french;
    private final Properties english;

    private MessageBundle(Properties french, Properties english) {
        this.french = french;
        this.english = english;
    }

    /**
     * Reads both files.
     *
     * @param resources opens a resource by its simple name beside the class of the caller; null where there is none
     * @return the texts
     * @throws IllegalStateException if a file is missing or the two do not have the same keys
     */
    public static MessageBundle load(Function<String, @Nullable InputStream> resources) {
        Properties french = read(resources, "messages_fr.properties");
        Properties english = read(resources, "messages_en.properties");
        if (!french.keySet().equals(english.keySet())) {
            Set<Object> oneSided = new TreeSet<>(french.keySet());
            oneSided.addAll(english.keySet());
            oneSided.removeIf(key -> french.containsKey(key) && english.containsKey(key));
            throw new IllegalStateException("Texts in one language only: " + oneSided);
        }
        return new MessageBundle(french, english);
    }

    private static Properties read(Function<String, @Nullable InputStream> resources, String name) {
        try (InputStream in = resources.apply(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing message file " + name);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text of a key with its facts filled in.
     *
     * @param key the key, usually an error code
     * @param locale French for {@code fr}, English otherwise
     * @param facts placeholder values, put in as {@code String.valueOf}, or in the language if they are
     *     {@link Localized}
     * @return the text, or the key itself when there is none
     */
    public String text(String key, Locale locale, Map<String, ?> facts) {
        Properties texts = locale.getLanguage().equals("fr") ? french : english;
        String text = texts.getProperty(key, key);
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = text.substring(open + 1, close);
            filled.append(text, from, open);
            filled.append(facts.containsKey(name) ? shown(facts.get(name), locale) : text.substring(open, close + 1));
            from = close + 1;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static String shown(@Nullable Object fact, Locale locale) {
        return fact instanceof Localized localized ? localized.text(locale) : String.valueOf(fact);
    }

    /**
     * Whether a text exists for a key.
     *
     * @param key the key
     * @return true if both languages have it
     */
    public boolean has(String key) {
        return french.containsKey(key);
    }
}
