package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.Localized;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Sentences that say what to do. */
record PluginAdvice(List<PluginText> sentences) implements Localized {

    PluginAdvice {
        sentences = List.copyOf(sentences);
    }

    @Override
    public String text(Locale locale) {
        return sentences.stream().map(sentence -> sentence.text(locale)).collect(Collectors.joining(" "));
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
