package fr.aisneneo.core.plugin;

import org.jspecify.annotations.Nullable;

/**
 * What became of one plugin that was registered or found.
 *
 * @param kind the simple name of the interface it implements, such as {@code StoragePlugin}; empty for a jar that could
 *     not be read that far and for a plugin of a kind that nobody asked for
 * @param id its id; the name of its class, or of its jar, if it did not get to say one
 * @param provider the name of its class; empty for a jar that could not be read that far
 * @param version its version; empty if unknown
 * @param vendor who answers for it; empty if unknown
 * @param source where it came from
 * @param location the last two names of the path of its jar or directory, such as {@code plugins/acme.jar}
 * @param status what became of it
 * @param reason why it is not used; null if it can be
 */
public record PluginReport(
        String kind,
        String id,
        String provider,
        String version,
        String vendor,
        PluginSource source,
        String location,
        PluginStatus status,
        @Nullable PluginReason reason) {}
