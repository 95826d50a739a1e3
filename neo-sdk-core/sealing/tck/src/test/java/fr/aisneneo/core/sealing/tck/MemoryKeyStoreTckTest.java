package fr.aisneneo.core.sealing.tck;

import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.nio.file.Path;

class MemoryKeyStoreTckTest extends KeyStoreTck {
    @Override
    public KeyStore open(Path directory) {
        return new MemoryKeyStore();
    }

    @Override
    public boolean keepsKeys() {
        return false;
    }

    @Override
    public boolean endsWhenClosed() {
        return false;
    }
}
