package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.SealingError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** What a key store says when it cannot go on. */
final class Trouble {
    private Trouble() {}

    static StorageException unusable(Path location, IOException e) {
        String detail = e.getMessage() == null ? "" : ": " + e.getMessage();
        return new StorageException(
                SealingError.KEY_STORE_UNUSABLE,
                Map.of("location", location, "reason", e.getClass().getSimpleName() + detail),
                e);
    }

    static StorageException damaged(Path file, String where) {
        return new StorageException(SealingError.KEY_STORE_DAMAGED, Map.of("file", file, "where", where));
    }
}
