package fr.aisneneo.core.plugin;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.PluginException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One plugin that was registered or found, under one kind, and what became of it. */
final class PluginEntry {
    static final Comparator<PluginEntry> ORDER = Comparator.comparing(PluginEntry::id)
            .thenComparing(PluginEntry::source)
            .thenComparing(PluginEntry::location)
            .thenComparing(PluginEntry::provider);

    private final String kind;
    private final Described described;
    private final AtomicReference<State> state;

    /** What was found, before any rule is applied. */
    record Described(
            PluginSource source,
            String provider,
            String location,
            @Nullable Plugin plugin,
            @Nullable PluginDescriptor descriptor,
            @Nullable PluginException failure) {

        static Described broken(PluginSource source, String provider, String location, PluginException failure) {
            return new Described(source, provider, location, null, null, failure);
        }

        String id() {
            return descriptor != null ? descriptor.id() : provider.isEmpty() ? location : provider;
        }
    }

    private record State(PluginStatus status, @Nullable PluginException reason) {}

    PluginEntry(String kind, Described described) {
        this.kind = kind;
        this.described = described;
        PluginException failure = described.failure();
        this.state = new AtomicReference<>(
                failure == null
                        ? new State(PluginStatus.AVAILABLE, null)
                        : new State(PluginStatus.QUARANTINED, failure));
    }

    String id() {
        return described.id();
    }

    PluginSource source() {
        return described.source();
    }

    String location() {
        return described.location();
    }

    String provider() {
        return described.provider();
    }

    /** Identity, not equality: a plugin's own {@code equals} is foreign code. */
    @SuppressWarnings("ReferenceEquality")
    boolean isFor(Plugin plugin) {
        return described.plugin() == plugin;
    }

    /** The plugin of an entry that can be used. */
    Plugin plugin() {
        return Objects.requireNonNull(described.plugin());
    }

    @Nullable PluginDescriptor descriptor() {
        return described.descriptor();
    }

    PluginStatus status() {
        return current().status();
    }

    boolean usable() {
        return status() == PluginStatus.AVAILABLE || status() == PluginStatus.CHOSEN;
    }

    void choose() {
        state.updateAndGet(now -> now.status() == PluginStatus.AVAILABLE ? new State(PluginStatus.CHOSEN, null) : now);
    }

    void refuse(PluginException reason) {
        state.set(new State(PluginStatus.REFUSED, reason));
    }

    void quarantine(PluginException reason) {
        state.set(new State(PluginStatus.QUARANTINED, reason));
    }

    /** What a caller gets to hear who asks for this plugin; null if it may be used. */
    @Nullable PluginException refusal() {
        State now = current();
        PluginException reason = now.reason();
        if (reason == null) {
            return null;
        }
        return now.status() == PluginStatus.QUARANTINED
                ? new PluginException(
                        CoreError.PLUGIN_QUARANTINED, Map.of("id", id(), "reason", PluginReason.of(reason)), reason)
                : new PluginException(reason.errorCode(), reason.facts(), reason);
    }

    PluginReport report() {
        State now = current();
        PluginDescriptor descriptor = described.descriptor();
        PluginException reason = now.reason();
        return new PluginReport(
                kind,
                id(),
                provider(),
                descriptor == null ? "" : descriptor.version(),
                descriptor == null ? "" : descriptor.vendor(),
                source(),
                location(),
                now.status(),
                reason == null ? null : PluginReason.of(reason));
    }

    private State current() {
        return Objects.requireNonNull(state.get());
    }
}
