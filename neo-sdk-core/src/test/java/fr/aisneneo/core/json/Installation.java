package fr.aisneneo.core.json;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SDK as some application has it: with the jars named and no others, by a class loader of its own. */
final class Installation {
    static final String JSONB = "jakarta.json.bind.Jsonb";
    static final String JSONP = "jakarta.json.Json";
    static final String JSPECIFY = "org.jspecify.annotations.Nullable";
    static final String YASSON = "org.eclipse.yasson.JsonBindingProvider";
    static final String PARSSON = "org.eclipse.parsson.JsonProviderImpl";
    static final List<String> JOHNZON = List.of(
            "org.apache.johnzon.jsonb.JohnzonProvider",
            "org.apache.johnzon.mapper.Mapper",
            "org.apache.johnzon.core.JsonProviderImpl");

    /**
     * Not the platform's loader, which finds the classes of every module of the boot layer, so those under test too.
     */
    private static final @Nullable ClassLoader BOOT_ONLY = null;

    private final ClassLoader loader;

    private Installation(ClassLoader loader) {
        this.loader = loader;
    }

    static Installation onClassPath(Stream<String> classesOfJars) {
        URL[] jars = Stream.concat(Stream.of(JsonbCodec.class.getName()), classesOfJars)
                .map(Installation::jarOf)
                .map(Installation::url)
                .toArray(URL[]::new);
        return new Installation(new URLClassLoader(jars, BOOT_ONLY));
    }

    static Installation onModulePath(Stream<String> classesOfJars) {
        Path[] jars = Stream.concat(Stream.of(JsonbCodec.class.getName()), classesOfJars)
                .map(Installation::jarOf)
                .map(Path::of)
                .toArray(Path[]::new);
        Configuration modules = ModuleLayer.boot()
                .configuration()
                .resolveAndBind(ModuleFinder.of(jars), ModuleFinder.of(), Set.of("fr.aisneneo.core"));
        ModuleLayer layer = ModuleLayer.boot().defineModulesWithOneLoader(modules, BOOT_ONLY);
        return new Installation(layer.findLoader("fr.aisneneo.core"));
    }

    private static URI jarOf(String className) {
        try {
            CodeSource source = Class.forName(className).getProtectionDomain().getCodeSource();
            return source.getLocation().toURI();
        } catch (ClassNotFoundException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static URL url(URI uri) {
        try {
            return new File(uri).toURI().toURL();
        } catch (java.net.MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return loader.loadClass(name);
    }

    /** A loader above which this installation has nothing, such as that of a web application. */
    Installation within(Stream<String> classesOfJars) {
        URL[] jars =
                classesOfJars.map(Installation::jarOf).map(Installation::url).toArray(URL[]::new);
        return new Installation(new URLClassLoader(jars, loader));
    }

    ClassLoader loader() {
        return loader;
    }

    /** Writes 10.50 kW.h and reads it again. */
    String roundTrip() throws Throwable {
        Object quantity = quantity().getMethod("of", String.class, String.class).invoke(null, "10.50", "kW.h");
        Object codec = codec();
        byte[] json = (byte[]) call(codec, "encode", new Class<?>[] {Object.class}, quantity);
        if (!quantity.equals(read(json))) {
            throw new AssertionError("It came back as something else.");
        }
        return new String(json, StandardCharsets.UTF_8);
    }

    /** Reads a quantity. */
    Object read(byte[] json) throws Throwable {
        return call(codec(), "decode", new Class<?>[] {byte[].class, Class.class}, json, quantity());
    }

    private Class<?> quantity() throws ClassNotFoundException {
        return type("fr.aisneneo.core.money.Quantity");
    }

    private Object codec() throws ReflectiveOperationException {
        return type(JsonbCodec.class.getName()).getMethod("standard").invoke(null);
    }

    private static Object call(Object codec, String method, Class<?>[] parameters, Object... arguments)
            throws Throwable {
        try {
            return Objects.requireNonNull(
                    codec.getClass().getMethod(method, parameters).invoke(codec, arguments));
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
