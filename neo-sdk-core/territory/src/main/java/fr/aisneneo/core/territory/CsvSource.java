package fr.aisneneo.core.territory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a file comes from: the file system, a resource, the network. An import reads it once, and holds up no writer
 * while it does.
 *
 * <p>Opened on the importing thread, once in each run, and again where the transaction that reads it is retried.
 * Implementations are thread-safe if several threads run the same import; {@link #file} is.
 */
@FunctionalInterface
public interface CsvSource {

    /**
     * Opens the file at its start.
     *
     * @return the bytes; closed by the importer
     * @throws IOException if it cannot be opened
     */
    InputStream open() throws IOException;

    /**
     * A local file.
     *
     * @param path where it is
     * @return the source
     */
    static CsvSource file(Path path) {
        return () -> Files.newInputStream(path);
    }
}
