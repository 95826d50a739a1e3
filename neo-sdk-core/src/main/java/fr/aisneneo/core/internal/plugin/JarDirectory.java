package fr.aisneneo.core.internal.plugin;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** A directory of plugins: each jar is one, and so is each directory of jars, for a plugin that brings libraries. */
public final class JarDirectory {
    /** How many entries of a directory are looked at. */
    static final int MOST = 1_000;

    private JarDirectory() {}

    /** Jars that belong together. */
    public record Unit(String location, List<Path> jars) {}

    /**
     * Lists a directory, by name.
     *
     * @throws IOException if it is not a directory, cannot be read, or holds more than 1,000 entries
     */
    public static List<Unit> list(Path directory) throws IOException {
        List<Unit> units = new ArrayList<>();
        for (Path entry : entries(directory)) {
            if (isJar(entry)) {
                units.add(new Unit(Locations.of(entry), List.of(entry)));
            } else if (Files.isDirectory(entry)) {
                List<Path> jars =
                        entries(entry).stream().filter(JarDirectory::isJar).toList();
                if (!jars.isEmpty()) {
                    units.add(new Unit(Locations.of(entry), jars));
                }
            }
        }
        return units;
    }

    private static boolean isJar(Path path) {
        return Files.isRegularFile(path)
                && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".jar");
    }

    private static List<Path> entries(Path directory) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory, name -> !Files.isHidden(name))) {
            for (Path entry : stream) {
                if (entries.size() == MOST) {
                    throw new IOException("More than " + MOST + " entries in " + Locations.of(directory));
                }
                entries.add(entry);
            }
        }
        Collections.sort(entries);
        return entries;
    }
}
