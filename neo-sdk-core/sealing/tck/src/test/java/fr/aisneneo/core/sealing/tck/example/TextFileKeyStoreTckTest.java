package fr.aisneneo.core.sealing.tck.example;

import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.tck.KeyStoreTck;
import java.nio.file.Path;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class TextFileKeyStoreTckTest extends KeyStoreTck {
    private final SecretKey secret = new SecretKeySpec(Wrapping.random(32), "AES");

    @Override
    public KeyStore open(Path directory) {
        return TextFileKeyStore.open(directory, secret);
    }
}
