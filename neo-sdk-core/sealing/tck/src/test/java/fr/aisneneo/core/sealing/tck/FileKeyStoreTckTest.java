package fr.aisneneo.core.sealing.tck;

import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class FileKeyStoreTckTest extends KeyStoreTck {
    @Override
    public KeyStore open(Path directory) {
        return FileKeyStore.open(directory);
    }

    @Override
    public boolean opensTwice() {
        return true;
    }

    @Override
    public List<Path> filesOf(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> !file.endsWith("lock")).sorted().toList();
        }
    }
}
