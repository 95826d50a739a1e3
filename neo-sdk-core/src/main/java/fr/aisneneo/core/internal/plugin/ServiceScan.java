package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Walks the providers of a service one by one; one that cannot be loaded does not hide the next. */
public final class ServiceScan {
    private static final Logger LOG = LoggerFactory.getLogger(ServiceScan.class);
    private static final String SERVICES = "META-INF/services/";
    private static final int MOST = 1_000;
    private static final int LONGEST_FILE = 100_000;
    private static final Pattern SERVICES_FILE = Pattern.compile("(\\S+/)META-INF/services/");
    private static final Pattern PROVIDER = Pattern.compile(": Provider (\\S+)");
    private static final Pattern WORD = Pattern.compile("[\\s:,]+");

    private ServiceScan() {}

    /** Those that a class loader sees, on the class path and in named modules. */
    public static <S> List<Found<S>> of(Class<S> service, ClassLoader loader) {
        use(service);
        return walk(ServiceLoader.load(service, loader), MOST, declared(service, loader), null);
    }

    /** Those of a module layer and its parents. */
    public static <S> List<Found<S>> of(Class<S> service, ModuleLayer layer) {
        use(service);
        return walk(ServiceLoader.load(layer, service), MOST, Map.of(), null);
    }

    /** Those of the modules of a unit, not of the layers below it. */
    static <S> List<Found<S>> of(Class<S> service, ModuleUnit unit) {
        use(service);
        Map<String, String> declared = new LinkedHashMap<>();
        unit.providers(service).forEach(provider -> declared.put(provider, unit.location()));
        if (unit.bringsItsOwn(service)) {
            LinkageError own = new LinkageError("it brings its own copy of " + service.getName()
                    + "; leave the jar that holds it out of the plugin directory");
            return declared.keySet().stream()
                    .<Found<S>>map(provider -> new Found.Broken<>(provider, unit.location(), own))
                    .toList();
        }
        // A service loader visits a layer before its parents, and gives a provider or an error for each one declared.
        return declared.isEmpty()
                ? List.of()
                : walk(ServiceLoader.load(unit.layer(), service), declared.size(), declared, unit.location());
    }

    /** Those that a class loader itself, not one of its parents, declares or defines. */
    static <S> List<Found<S>> own(Class<S> service, URLClassLoader loader, String location) {
        use(service);
        Map<String, String> declared = new LinkedHashMap<>();
        String path = SERVICES + service.getName();
        try {
            for (URL file : Collections.list(loader.findResources(path))) {
                names(file).forEach(name -> declared.put(name, location));
            }
        } catch (IOException e) {
            LOG.debug("Cannot list {}", path, e);
        }
        return walk(ServiceLoader.load(service, loader), MOST, declared, location).stream()
                .filter(found -> declared.containsKey(found.provider()))
                .filter(found -> !(found instanceof Found.Loaded<S> loaded)
                        || loaded.service().type().getClassLoader() == loader)
                .toList();
    }

    private static void use(Class<?> service) {
        // The kinds of plugin of other modules cannot stand in the "uses" of this one.
        ServiceScan.class.getModule().addUses(service);
    }

    private static <S> List<Found<S>> walk(
            ServiceLoader<S> services, int most, Map<String, String> declared, @Nullable String unit) {
        List<Found<S>> found = new ArrayList<>();
        Spliterator<ServiceLoader.Provider<S>> providers = services.stream().spliterator();
        boolean more = true;
        while (more && found.size() < most) {
            try {
                more = providers.tryAdvance(provider -> found.add(loaded(provider, unit)));
            } catch (ServiceConfigurationError | LinkageError e) {
                found.add(broken(e, declared));
            }
        }
        return found;
    }

    private static <S> Found<S> loaded(ServiceLoader.Provider<S> provider, @Nullable String unit) {
        String location = unit == null ? Locations.of(provider.type()) : unit;
        return new Found.Loaded<>(provider, location);
    }

    /** The name of the provider stands in the message; it is looked for among those declared. */
    private static <S> Found<S> broken(Throwable cause, Map<String, String> declared) {
        String message = String.valueOf(cause.getMessage()).replace('/', '.');
        for (String word : WORD.split(message, -1)) {
            String location = declared.get(word);
            if (location != null) {
                return new Found.Broken<>(word, location, cause);
            }
        }
        Matcher file = SERVICES_FILE.matcher(String.valueOf(cause.getMessage()));
        Matcher name = PROVIDER.matcher(message);
        return new Found.Broken<>(
                name.find() ? name.group(1) : "", file.find() ? Locations.last(file.group(1)) : "", cause);
    }

    /**
     * Provider names and the jars that declare them, read leniently: the service loader itself reports what is wrong.
     */
    private static Map<String, String> declared(Class<?> service, ClassLoader loader) {
        String path = SERVICES + service.getName();
        Map<String, String> declared = new LinkedHashMap<>();
        try {
            for (URL file : Collections.list(loader.getResources(path))) {
                names(file).forEach(name -> declared.putIfAbsent(name, Locations.of(file, path)));
            }
        } catch (IOException e) {
            LOG.debug("Cannot list {}", path, e);
        }
        return declared;
    }

    private static List<String> names(URL file) {
        try {
            URLConnection connection = file.openConnection();
            connection.setUseCaches(false);
            try (InputStream in = connection.getInputStream()) {
                return new String(in.readNBytes(LONGEST_FILE), StandardCharsets.UTF_8)
                        .lines()
                        .map(line -> line.replaceFirst("#.*", "").strip())
                        .filter(line -> !line.isEmpty())
                        .toList();
            }
        } catch (IOException e) {
            LOG.debug("Cannot read {}", file, e);
            return List.of();
        }
    }
}
