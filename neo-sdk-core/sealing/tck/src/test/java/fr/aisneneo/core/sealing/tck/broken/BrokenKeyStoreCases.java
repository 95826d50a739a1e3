package fr.aisneneo.core.sealing.tck.broken;

import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.tck.KeyStoreTck;
import java.nio.file.Path;
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
}
