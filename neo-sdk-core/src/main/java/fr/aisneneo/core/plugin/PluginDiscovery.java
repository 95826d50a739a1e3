package fr.aisneneo.core.plugin;

import fr.aisneneo.core.internal.plugin.Found;
import fr.aisneneo.core.internal.plugin.JarUnit;
import fr.aisneneo.core.internal.plugin.ServiceScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the plugins of a kind: with class loaders, in the layer of the kind, in the units of the directories. One that
 * several ways lead to is taken once.
 *
 * @param loaders those named by the embedder; null to use that of the kind and {@code context}
 * @param context the context class loader of the thread that built the registry
 */
record PluginDiscovery(
        @Nullable List<ClassLoader> loaders,
        @Nullable ClassLoader context,
        List<JarUnit> units,
        PluginInspection inspection) {

    <P extends Plugin> List<PluginEntry.Described> find(Class<P> kind) {
        List<PluginEntry.Described> described = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (ClassLoader loader : loadersFor(kind)) {
            describe(ServiceScan.of(kind, loader), null, seen, described);
        }
        ModuleLayer layer = kind.getModule().getLayer();
        if (loaders == null && layer != null && layer != ModuleLayer.boot()) {
            describe(ServiceScan.of(kind, layer), null, seen, described);
        }
        for (JarUnit unit : units) {
            describe(unit.scan(kind), PluginSource.DIRECTORY, seen, described);
        }
        return described;
    }

    private Collection<ClassLoader> loadersFor(Class<?> kind) {
        if (loaders != null) {
            return loaders;
        }
        Set<ClassLoader> both = new LinkedHashSet<>();
        both.add(Objects.requireNonNullElseGet(kind.getClassLoader(), ClassLoader::getSystemClassLoader));
        if (context != null) {
            both.add(context);
        }
        return both;
    }

    private <P extends Plugin> void describe(
            List<Found<P>> found,
            @Nullable PluginSource source,
            Set<Object> seen,
            List<PluginEntry.Described> described) {
        for (Found<P> one : found) {
            if (seen.add(identity(one))) {
                described.add(inspection.found(source == null ? pathOf(one) : source, one));
            }
        }
    }

    private static Object identity(Found<?> found) {
        return found instanceof Found.Loaded<?> loaded
                ? loaded.service().type()
                : found.provider() + " " + found.location();
    }

    private static PluginSource pathOf(Found<?> found) {
        return found instanceof Found.Loaded<?> loaded && loaded.inNamedModule()
                ? PluginSource.MODULE_PATH
                : PluginSource.CLASS_PATH;
    }
}
