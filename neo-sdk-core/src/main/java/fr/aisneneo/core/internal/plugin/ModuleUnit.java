package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One or more jars in a module layer of their own, with a class loader of their own whose parent is that of the host.
 *
 * <p>Jars without {@code module-info} become automatic modules. Where the host itself runs on the class path no module
 * can require it by name, so every jar becomes an automatic one, which sees the class path.
 */
final class ModuleUnit implements JarUnit {
    private static final String OURS = "fr.aisneneo.";

    private final String location;
    private final ModuleLayer layer;
    private final UnitClassLoader loader;

    private ModuleUnit(String location, ModuleLayer layer, UnitClassLoader loader) {
        this.location = location;
        this.layer = layer;
        this.loader = loader;
    }

    /**
     * Reads and links jars; no class of theirs is loaded yet.
     *
     * @param location how a person calls them
     * @param jars the jars
     * @param host a class of the host
     * @throws IOException if a jar cannot be read
     * @throws RuntimeException or {@link LayerInstantiationException} if they cannot be linked
     */
    static ModuleUnit open(String location, List<Path> jars, Class<?> host) throws IOException {
        ModuleLayer parent = Optional.ofNullable(host.getModule().getLayer()).orElseGet(ModuleLayer::boot);
        Map<String, ModuleReference> modules = modules(jars, host);
        Configuration configuration = Configuration.resolve(
                new FixedModuleFinder(modules), List.of(parent.configuration()), ModuleFinder.of(), modules.keySet());
        UnitClassLoader loader = UnitClassLoader.open(configuration, parent, host.getClassLoader());
        try {
            ModuleLayer layer = ModuleLayer.defineModules(configuration, List.of(parent), name -> loader)
                    .layer();
            return new ModuleUnit(location, layer, loader);
        } catch (RuntimeException e) {
            loader.close();
            throw e;
        }
    }

    private static Map<String, ModuleReference> modules(List<Path> jars, Class<?> host) throws IOException {
        boolean named = host.getModule().isNamed();
        ModuleFinder finder = ModuleFinder.of(jars.toArray(Path[]::new));
        Stream.Builder<ModuleReference> kept = Stream.builder();
        for (ModuleReference module : finder.findAll()) {
            if (!copyOfHost(module, host)) {
                kept.add(named ? module : new AutomaticModule(module));
            }
        }
        return kept.build()
                .collect(Collectors.toUnmodifiableMap(
                        module -> module.descriptor().name(), Function.identity()));
    }

    /** A library of the SDK that came along with a plugin: the host's own is used, or its interfaces would differ. */
    private static boolean copyOfHost(ModuleReference module, Class<?> host) throws IOException {
        ModuleDescriptor descriptor = module.descriptor();
        if (!descriptor.name().startsWith(OURS) || !descriptor.provides().isEmpty()) {
            return false;
        }
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list()) {
            return names.filter(name -> name.endsWith(".class") && name.indexOf('/') > 0)
                    .findFirst()
                    .filter(name -> host.getClassLoader().getResource(name) != null)
                    .isPresent();
        }
    }

    @Override
    public String location() {
        return location;
    }

    ModuleLayer layer() {
        return layer;
    }

    @Override
    public <S> List<Found<S>> scan(Class<S> service) {
        return ServiceScan.of(service, this);
    }

    @Override
    public boolean providesSomething() {
        return descriptors().anyMatch(descriptor -> !descriptor.provides().isEmpty());
    }

    /** Whether a service's interface is here a second time: nothing here then implements the host's. */
    boolean bringsItsOwn(Class<?> service) {
        return service.getClassLoader() != loader
                && descriptors().anyMatch(descriptor -> descriptor.packages().contains(service.getPackageName()));
    }

    /** The classes that modules here declare to provide a service. */
    List<String> providers(Class<?> service) {
        return descriptors()
                .flatMap(descriptor -> descriptor.provides().stream())
                .filter(provides -> provides.service().equals(service.getName()))
                .flatMap(provides -> provides.providers().stream())
                .toList();
    }

    private Stream<ModuleDescriptor> descriptors() {
        return layer.configuration().modules().stream()
                .map(ResolvedModule::reference)
                .map(ModuleReference::descriptor);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
