package fr.aisneneo.core.sealing.tck.broken;

import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.tck.KeyStoreTck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The contract over each broken key store; run by {@link BrokenKeyStoreTest} only. */
final class BrokenKeyStoreCases {
    private BrokenKeyStoreCases() {}

    abstract static class InMemory extends KeyStoreTck {
        @Override
        public boolean keepsKeys() {
            return false;
        }

        @Override
        public boolean endsWhenClosed() {
            return false;
        }
    }

    static class Sound extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.Wrapped();
        }
    }

    static class Reviving extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.Reviving();
        }
    }

    static class WithoutTenants extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.WithoutTenants();
        }
    }

    static class ForgetfulRotation extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.ForgetfulRotation();
        }
    }

    static class LookThenMake extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.LookThenMake();
        }
    }

    static class Chatty extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.Chatty();
        }
    }

    static class Staying extends InMemory {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.Wrapped();
        }

        @Override
        public boolean endsWhenClosed() {
            return true;
        }
    }

    static class LosingTombstones extends InMemory {
        private final Map<Path, Map<KeyName, KeyState>> kept = new ConcurrentHashMap<>();

        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.LosingTombstones(
                    kept.computeIfAbsent(directory, made -> new ConcurrentHashMap<>()));
        }

        @Override
        public boolean keepsKeys() {
            return true;
        }
    }

    /** What it gave out is in the heap of its process only. */
    static class Unwritten extends KeyStoreTck {
        @Override
        public KeyStore open(Path directory) {
            return new BrokenKeyStores.Wrapped();
        }
    }

    /** It never looks at one of its files. */
    static class Unread extends KeyStoreTck {
        @Override
        public KeyStore open(Path directory) {
            KeyStore keys = FileKeyStore.open(directory);
            try {
                Files.writeString(notes(directory), "notes", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return keys;
        }

        private static Path notes(Path directory) {
            return directory.resolve("notes");
        }

        @Override
        public List<Path> filesOf(Path directory) {
            return List.of(notes(directory));
        }
    }
}
