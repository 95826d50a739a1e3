package fr.aisneneo.core.internal.plugin;

import java.io.Closeable;
import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Defines the classes of the modules of one unit. Their packages come from these modules first, so that two units can
 * bring two versions of one library; everything else comes from the host. Unlike the loaders that the JDK makes for
 * layers it can be closed.
 */
final class UnitClassLoader extends SecureClassLoader implements Closeable {
    private final Map<String, OpenModule> modules = new TreeMap<>();
    private final Map<String, OpenModule> packages = new HashMap<>();
    private final Map<String, ClassLoader> foreign = new HashMap<>();

    static {
        registerAsParallelCapable();
    }

    private record OpenModule(ModuleReader reader, @Nullable URL place) {}

    private UnitClassLoader(@Nullable ClassLoader parent) {
        super(parent);
    }

    static UnitClassLoader open(Configuration configuration, ModuleLayer below, @Nullable ClassLoader parent)
            throws IOException {
        UnitClassLoader loader = new UnitClassLoader(parent);
        try {
            for (ResolvedModule module : configuration.modules()) {
                loader.add(module.reference());
                module.reads().stream()
                        .filter(read -> read.configuration() != configuration)
                        .forEach(read -> loader.addForeign(read, below));
            }
            return loader;
        } catch (IOException e) {
            loader.close();
            throw e;
        }
    }

    private void add(ModuleReference reference) throws IOException {
        Optional<URI> location = reference.location();
        OpenModule module = new OpenModule(
                reference.open(), location.isPresent() ? location.get().toURL() : null);
        modules.put(reference.descriptor().name(), module);
        reference.descriptor().packages().forEach(name -> packages.put(name, module));
    }

    /** Packages of a layer below whose loader is not among our parents. */
    @SuppressWarnings("ReferenceEquality") // a loader is itself only
    private void addForeign(ResolvedModule read, ModuleLayer below) {
        ClassLoader other = below.findLoader(read.name());
        if (other != null && other != getParent()) {
            read.reference().descriptor().packages().forEach(name -> foreign.put(name, other));
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
        OpenModule module = packages.get(packageName);
        if (module != null) {
            return define(module, name, resolve);
        }
        ClassLoader other = foreign.get(packageName);
        return other == null ? super.loadClass(name, resolve) : other.loadClass(name);
    }

    private Class<?> define(OpenModule module, String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            Class<?> type = known == null ? define(module, name) : known;
            if (resolve) {
                resolveClass(type);
            }
            return type;
        }
    }

    private Class<?> define(OpenModule module, String name) throws ClassNotFoundException {
        try {
            ByteBuffer bytes = module.reader()
                    .read(name.replace('.', '/') + ".class")
                    .orElseThrow(() -> new ClassNotFoundException(name));
            try {
                return defineClass(name, bytes, new CodeSource(module.place(), (CodeSigner[]) null));
            } finally {
                module.reader().release(bytes);
            }
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        OpenModule module = packages.get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        if (module == null) {
            throw new ClassNotFoundException(name);
        }
        return define(module, name, false);
    }

    @Override
    protected @Nullable Class<?> findClass(@Nullable String moduleName, String name) {
        OpenModule module = moduleName == null ? null : modules.get(moduleName);
        try {
            return module == null ? null : define(module, name, false);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }

    @Override
    protected @Nullable URL findResource(@Nullable String moduleName, String name) throws IOException {
        OpenModule module = moduleName == null ? null : modules.get(moduleName);
        return module == null ? null : find(module, name);
    }

    private static @Nullable URL find(OpenModule module, String name) throws IOException {
        URI found = module.reader().find(name).orElse(null);
        try {
            return found == null ? null : found.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
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
        List<URL> urls = own(name);
        ClassLoader parent = getParent();
        urls.addAll(
                Collections.list(parent == null ? ClassLoader.getSystemResources(name) : parent.getResources(name)));
        return Collections.enumeration(urls);
    }

    @Override
    protected @Nullable URL findResource(String name) {
        List<URL> urls = own(name);
        return urls.isEmpty() ? null : urls.get(0);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        return Collections.enumeration(own(name));
    }

    private List<URL> own(String name) {
        List<URL> urls = new ArrayList<>();
        for (OpenModule module : modules.values()) {
            try {
                URL url = find(module, name);
                if (url != null) {
                    urls.add(url);
                }
            } catch (IOException e) {
                return urls; // closed: nothing is found any more
            }
        }
        return urls;
    }

    @Override
    public void close() throws IOException {
        for (OpenModule module : modules.values()) {
            module.reader().close();
        }
    }
}
