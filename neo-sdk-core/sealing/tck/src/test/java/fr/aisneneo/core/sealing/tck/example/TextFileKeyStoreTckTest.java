package fr.aisneneo.core.sealing.tck.example;

import static java.nio.charset.StandardCharsets.US_ASCII;

import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.tck.KeyStoreTck;
import java.nio.file.Path;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

class TextFileKeyStoreTckTest extends KeyStoreTck {
    // the same in another process, as the application's would be
    private final SecretKey secret = new SecretKeySpec("a secret of 32 bytes for testing".getBytes(US_ASCII), "AES");

    @Override
    public KeyStore open(Path directory) {
        return TextFileKeyStore.open(directory, secret);
    }

    @Override
    public List<Path> filesOf(Path directory) {
        return List.of(directory);
    }
}
