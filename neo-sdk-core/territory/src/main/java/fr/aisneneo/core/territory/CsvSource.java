package fr.aisneneo.core.territory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that can be read several times: once to check it as a whole, once to write it, and again if the transaction
 * has to be repeated. A local file or a resource; what comes from the network is kept in a file first.
 */
@FunctionalInterface
public interface CsvSource {

    /**
     * Opens the file at its start.
     *
     * @return the same bytes each time; closed by the importer
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
