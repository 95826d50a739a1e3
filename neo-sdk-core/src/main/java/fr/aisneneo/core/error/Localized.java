package fr.aisneneo.core.error;

import java.util.Locale;

/**
 * A fact that reads differently in each language, such as a reason inside a longer message.
 *
 * <p>Implementations are immutable and thread-safe; their {@code toString()} is the English text.
 */
public interface Localized {

    /**
     * This fact for a person.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return the text
     */
    String text(Locale locale);
}
