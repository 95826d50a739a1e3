package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which of the plugins of one kind may be used. By hand comes before built in, and built in before found, so that a jar
 * that happens to lie on a path never changes what an id meant. Of two found ones with one id neither is used: which
 * one would come first is chance.
 */
final class PluginSelection {
    private PluginSelection() {}

    static void apply(List<PluginEntry> entries, String api) {
        Map<String, List<PluginEntry>> byId = new TreeMap<>();
        for (PluginEntry entry : entries) {
            PluginDescriptor descriptor = entry.descriptor();
            if (descriptor == null || !entry.usable()) {
                continue;
            }
            if (VersionRange.parse(descriptor.sdkRange()).contains(api)) {
                byId.computeIfAbsent(descriptor.id(), id -> new ArrayList<>()).add(entry);
            } else {
                entry.refuse(new PluginException(
                        CoreError.PLUGIN_INCOMPATIBLE,
                        Map.of("id", descriptor.id(), "range", descriptor.sdkRange(), "api", api)));
            }
        }
        byId.values().forEach(PluginSelection::decide);
    }

    private static void decide(List<PluginEntry> sameId) {
        sameId.sort(PluginEntry.ORDER);
        PluginEntry first = sameId.get(0);
        List<PluginEntry> others = sameId.subList(1, sameId.size());
        boolean placed = first.source() == PluginSource.BY_HAND || first.source() == PluginSource.BUILT_IN;
        for (PluginEntry other : others) {
            if (placed && other.source() != first.source()) {
                other.refuse(new PluginException(
                        CoreError.PLUGIN_SHADOWED, Map.of("id", first.id(), "winner", first.provider())));
            } else {
                other.refuse(duplicate(first, other));
                first.refuse(duplicate(first, others.get(0)));
            }
        }
    }

    private static PluginException duplicate(PluginEntry first, PluginEntry second) {
        return new PluginException(
                CoreError.PLUGIN_DUPLICATE,
                Map.of("id", first.id(), "first", first.location(), "second", second.location()));
    }
}
