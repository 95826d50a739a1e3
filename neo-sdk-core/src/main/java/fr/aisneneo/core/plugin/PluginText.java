package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.Localized;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** A part of a message about plugins, in both languages. */
record PluginText(String key, Map<String, ?> facts) implements Localized {
    private static final MessageBundle TEXTS = MessageBundle.load(name -> PluginText.class.getResourceAsStream(name));

    PluginText {
        facts = Map.copyOf(facts);
    }

    static PluginText of(String key) {
        return new PluginText(key, Map.of());
    }

    @Override
    public String text(Locale locale) {
        return TEXTS.text(key, locale, facts);
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
