package fr.aisneneo.core.sealing.tck;

import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.nio.file.Path;

class FileKeyStoreTckTest extends KeyStoreTck {
    @Override
    public KeyStore open(Path directory) {
        return FileKeyStore.open(directory);
    }

    @Override
    public boolean opensTwice() {
        return true;
    }
}
