package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the classes of the JDK and of the SDK from the host, and all others from its own jars first. */
final class ClassPathLoader extends URLClassLoader {
    private static final String OURS = "fr.aisneneo.";

    static {
        registerAsParallelCapable();
    }

    ClassPathLoader(URL[] jars, @Nullable ClassLoader parent) {
        super(jars, parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            Class<?> type = known != null ? known : name.startsWith(OURS) ? hostFirst(name) : ownFirst(name);
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> hostFirst(String name) throws ClassNotFoundException {
        try {
            return super.loadClass(name, false);
        } catch (ClassNotFoundException e) {
            return findClass(name);
        }
    }

    private Class<?> ownFirst(String name) throws ClassNotFoundException {
        Class<?> ofTheJdk = ofTheJdk(name);
        if (ofTheJdk != null) {
            return ofTheJdk;
        }
        try {
            return findClass(name);
        } catch (ClassNotFoundException notHere) {
            return super.loadClass(name, false);
        }
    }

    /** The platform loader also finds modules of the application, which must not hide our own libraries. */
    private static @Nullable Class<?> ofTheJdk(String name) {
        ClassLoader platform = getPlatformClassLoader();
        try {
            Class<?> found = platform.loadClass(name);
            ClassLoader definer = found.getClassLoader();
            return definer == null || definer == platform ? found : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> urls = Collections.list(findResources(name));
        ClassLoader parent = getParent();
        urls.addAll(
                Collections.list(parent == null ? ClassLoader.getSystemResources(name) : parent.getResources(name)));
        return Collections.enumeration(urls);
    }
}
