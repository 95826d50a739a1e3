package fr.aisneneo.core.tck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole trees of files. */
final class Directories {
    private Directories() {}

    /** Removes a directory and what is in it, if it exists. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        for (Path path : tree(directory)) {
            Files.delete(path);
        }
    }

    /** Copies a directory to one that does not exist yet. */
    static void copy(Path from, Path to) throws IOException {
        List<Path> paths = tree(from);
        for (int last = paths.size() - 1; last >= 0; last--) {
            Path path = paths.get(last);
            Files.copy(path, to.resolve(from.relativize(path).toString()));
        }
    }

    /** Children before their parents. */
    private static List<Path> tree(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
