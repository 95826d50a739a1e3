package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ResolutionException;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One or more jars that belong together, apart from everybody else's, with a class loader of their own. */
public sealed interface JarUnit extends AutoCloseable permits ModuleUnit, ClassPathUnit {

    /**
     * Reads and links jars; no class of theirs is loaded yet. They become modules in a layer of their own. Where that
     * cannot be, because two of them share a package or the name of one is no module name, those without a module
     * declaration become a class path of their own instead, which is what such jars were made for.
     *
     * @param location how a person calls them
     * @param jars the jars
     * @param host a class of the host
     * @return the jars, to be closed
     * @throws IOException if a jar cannot be read
     * @throws RuntimeException if they cannot be linked
     */
    static JarUnit open(String location, List<Path> jars, Class<?> host) throws IOException {
        try {
            return ModuleUnit.open(location, jars, host);
        } catch (FindException | ResolutionException | LayerInstantiationException e) {
            if (!ClassPathUnit.fits(jars, host)) {
                throw e;
            }
            Logger log = LoggerFactory.getLogger(JarUnit.class);
            log.debug("{} cannot be linked as modules and becomes a class path", location, e);
            return ClassPathUnit.open(location, jars, host);
        }
    }

    /** How a person calls it. */
    String location();

    /** Whether anything here declares to provide anything. */
    boolean providesSomething();

    /** The providers of a service that are declared here. */
    <S> List<Found<S>> scan(Class<S> service);

    /** Closes the jars: classes not loaded yet can no longer be. */
    @Override
    void close() throws IOException;
}
