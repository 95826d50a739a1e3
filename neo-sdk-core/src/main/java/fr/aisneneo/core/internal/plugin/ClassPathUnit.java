package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Jars on a class path of their own: for those that cannot be modules. */
final class ClassPathUnit implements JarUnit {
    private static final String SERVICES = "META-INF/services/";

    private final String location;
    private final ClassPathLoader loader;
    private final boolean providing;

    private ClassPathUnit(String location, ClassPathLoader loader, boolean providing) {
        this.location = location;
        this.loader = loader;
        this.providing = providing;
    }

    /**
     * Whether all jars can be read, and none says by a module declaration that it wants to be a module of the host's.
     */
    static boolean fits(List<Path> jars, Class<?> host) throws IOException {
        boolean named = host.getModule().isNamed();
        for (Path path : jars) {
            try (JarFile jar = new JarFile(path.toFile())) {
                if (named && jar.getEntry("module-info.class") != null) {
                    return false;
                }
            }
        }
        return true;
    }

    static ClassPathUnit open(String location, List<Path> jars, Class<?> host) throws IOException {
        List<URL> urls = new ArrayList<>();
        boolean providing = false;
        for (Path path : jars) {
            urls.add(url(path));
            try (JarFile jar = new JarFile(path.toFile())) {
                providing |= jar.stream().map(JarEntry::getName).anyMatch(ClassPathUnit::isServicesFile);
            }
        }
        return new ClassPathUnit(
                location, new ClassPathLoader(urls.toArray(URL[]::new), host.getClassLoader()), providing);
    }

    private static URL url(Path path) throws MalformedURLException {
        return path.toUri().toURL();
    }

    private static boolean isServicesFile(String entry) {
        return entry.startsWith(SERVICES) && entry.length() > SERVICES.length();
    }

    @Override
    public String location() {
        return location;
    }

    @Override
    public boolean providesSomething() {
        return providing;
    }

    @Override
    public <S> List<Found<S>> scan(Class<S> service) {
        return ServiceScan.own(service, loader, location);
    }

    @Override
    public void close() throws IOException {
        loader.close();
    }
}
