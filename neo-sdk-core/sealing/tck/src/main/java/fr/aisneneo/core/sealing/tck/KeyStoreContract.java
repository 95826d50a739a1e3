package fr.aisneneo.core.sealing.tck;

import fr.aisneneo.core.sealing.spi.KeyStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the cases may ask of the author and of the class that runs them. */
interface KeyStoreContract {

    /** See {@link KeyStoreTck#open}. */
    KeyStore open(Path directory);

    /** See {@link KeyStoreTck#keepsKeys}. */
    boolean keepsKeys();

    /** See {@link KeyStoreTck#opensTwice}. */
    boolean opensTwice();

    /** See {@link KeyStoreTck#endsWhenClosed}. */
    boolean endsWhenClosed();

    /** See {@link KeyStoreTck#crashRounds}. */
    int crashRounds();

    /** See {@link KeyStoreTck#filesOf}. */
    List<Path> filesOf(Path directory) throws IOException;

    /** The key store of the case, which is closed after it. */
    KeyStore keys();

    /** A directory that does not exist yet, for another key store. */
    Path newDirectory();
}
