package fr.aisneneo.core.tck.process;

import java.io.File;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The class path of a JVM that is to know what this one knows, be it from a class path or a module path. For who starts
 * the process by hand; {@link ChildCommand} has it already. Thread-safe.
 */
public final class ChildClassPath {
    private ChildClassPath() {}

    /**
     * Everything on both paths of this JVM, and before it the places that a class and its superclasses come from: tests
     * may be patched into a module, and are on neither path then.
     *
     * @param author the class
     * @return a class path, as {@code java -cp} takes it
     */
    public static String of(Class<?> author) {
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
