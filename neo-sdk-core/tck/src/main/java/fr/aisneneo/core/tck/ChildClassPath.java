package fr.aisneneo.core.tck;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** The class path of a JVM that is to know what this one knows, be it from a class path or a module path. */
final class ChildClassPath {
    private ChildClassPath() {}

    /** Everything on both paths, and where a class itself comes from: tests may be patched into a module. */
    static String of(Class<?> author) {
        Set<String> entries = new LinkedHashSet<>();
        for (Class<?> type = author; type != null && type != Object.class; type = type.getSuperclass()) {
            entries.add(root(type));
        }
        for (String property : new String[] {"java.class.path", "jdk.module.path"}) {
            String path = System.getProperty(property, "");
            for (String entry : path.split(File.pathSeparator, -1)) {
                if (!entry.isEmpty()) {
                    entries.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    /** The directory or jar that a class was loaded from. */
    private static String root(Class<?> type) {
        String resource = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + resource);
        if (url == null) {
            throw new IllegalStateException("No class file of " + type);
        }
        String text = url.toString();
        String root = text.substring(0, text.length() - resource.length());
        if (root.startsWith("jar:")) {
            root = root.substring("jar:".length(), root.indexOf("!/"));
        }
        try {
            return Path.of(new URI(root)).toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Not a place for a class path: " + root, e);
        }
    }
}
