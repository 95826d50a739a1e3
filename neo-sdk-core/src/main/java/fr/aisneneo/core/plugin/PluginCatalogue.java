package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** All plugins of one kind, in order of their ids, the rules applied. */
record PluginCatalogue(Class<? extends Plugin> kind, List<PluginEntry> entries) {
    PluginCatalogue {
        entries = entries.stream().sorted(PluginEntry.ORDER).toList();
        PluginSelection.apply(entries, SdkApi.version());
    }

    List<PluginEntry> usable() {
        return entries.stream().filter(PluginEntry::usable).toList();
    }

    /** The usable one with an id, or the reason why there is none. */
    PluginEntry require(String id) {
        List<PluginEntry> named =
                entries.stream().filter(entry -> entry.id().equals(id)).toList();
        for (PluginEntry entry : named) {
            if (entry.usable()) {
                return entry;
            }
        }
        PluginException refusal = named.isEmpty() ? null : named.get(0).refusal();
        throw refusal == null ? unknown(id) : refusal;
    }

    private PluginException unknown(String id) {
        List<PluginEntry> usable = usable();
        String known = usable.stream().map(PluginEntry::id).collect(Collectors.joining(", "));
        return new PluginException(
                CoreError.PLUGIN_UNKNOWN,
                Map.of("id", id, "known", known.isEmpty() ? PluginText.of("none") : known, "advice", advice(id)));
    }

    private PluginAdvice advice(String id) {
        List<PluginText> sentences = new ArrayList<>();
        String dependency = FirstPartyPlugins.dependency(kind, id);
        sentences.add(
                dependency == null
                        ? PluginText.of("advice.jar")
                        : new PluginText("advice.dependency", Map.of("dependency", dependency)));
        if (usable().stream().anyMatch(entry -> entry.id().equals("memory"))) {
            sentences.add(PluginText.of("advice.memory"));
        }
        String broken = entries.stream()
                .filter(entry -> entry.status() == PluginStatus.QUARANTINED)
                .map(entry -> entry.provider() + " (" + entry.location() + ")")
                .collect(Collectors.joining(", "));
        if (!broken.isEmpty()) {
            sentences.add(new PluginText("advice.broken", Map.of("names", broken)));
        }
        return new PluginAdvice(sentences);
    }

    List<PluginEntry> of(Plugin plugin) {
        return entries.stream().filter(entry -> entry.isFor(plugin)).toList();
    }
}
