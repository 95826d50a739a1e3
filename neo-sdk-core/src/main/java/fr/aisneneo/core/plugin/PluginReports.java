package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.PluginException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Collects what became of everything that was registered, found or set. */
final class PluginReports {
    private static final Comparator<PluginReport> ORDER = Comparator.comparing(PluginReport::kind)
            .thenComparing(PluginReport::id)
            .thenComparing(PluginReport::source)
            .thenComparing(PluginReport::location)
            .thenComparing(PluginReport::provider);

    private final List<PluginReport> reports = new ArrayList<>();

    void add(List<PluginEntry> entries) {
        entries.forEach(entry -> reports.add(entry.report()));
    }

    void addOfNoKind(PluginEntry.Described described) {
        reports.add(new PluginEntry("", described).report());
    }

    /** A typing error in the id of a plugin would otherwise be silent. */
    void addSettingsOfNobody(Map<String, Map<String, String>> settings) {
        List<String> found = reports.stream().map(PluginReport::id).toList();
        settings.forEach((id, texts) -> {
            if (!found.contains(id)) {
                String names = String.join(", ", new TreeSet<>(texts.keySet()));
                PluginException reason = SettingsCheck.refusal(id, names, PluginText.of("setting.no_plugin"));
                reports.add(new PluginReport(
                        "", id, "", "", "", PluginSource.BY_HAND, "", PluginStatus.REFUSED, PluginReason.of(reason)));
            }
        });
    }

    List<PluginReport> inOrder() {
        return reports.stream().sorted(ORDER).toList();
    }
}
