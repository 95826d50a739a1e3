package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;

/** A module taken as an automatic one: it requires nothing by name, and reads everything. */
final class AutomaticModule extends ModuleReference {
    private final ModuleReference module;

    AutomaticModule(ModuleReference module) {
        super(automatic(module.descriptor()), module.location().orElse(null));
        this.module = module;
    }

    private static ModuleDescriptor automatic(ModuleDescriptor descriptor) {
        ModuleDescriptor.Builder automatic =
                ModuleDescriptor.newAutomaticModule(descriptor.name()).packages(descriptor.packages());
        descriptor.version().ifPresent(automatic::version);
        descriptor.provides().forEach(automatic::provides);
        return automatic.build();
    }

    @Override
    public ModuleReader open() throws IOException {
        return module.open();
    }
}
