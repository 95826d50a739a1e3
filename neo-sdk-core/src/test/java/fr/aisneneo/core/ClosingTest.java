package fr.aisneneo.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

class ClosingTest {

    /** Busy at the first attempt to close it, as an engine with a call that hangs is. */
    private static final class Busy implements StoragePlugin, Storage {
        private final MemoryStoragePlugin memory = new MemoryStoragePlugin();
        private final Storage storage = memory.open("", Settings.check(memory.descriptor(), Map.of()));
        private int attempts;

        @Override
        public PluginDescriptor descriptor() {
            return new PluginDescriptor("busy", "0.1.0", "[0.1,0.2)", "Test", "Closes late.", List.of());
        }

        @Override
        public Storage open(String location, Settings settings) {
            return this;
        }

        @Override
        public StorageInfo info() {
            return storage.info();
        }

        @Override
        public void declare(CollectionSchema schema) {
            storage.declare(schema);
        }

        @Override
        public StorageTransaction beginRead() {
            return storage.beginRead();
        }

        @Override
        public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
            return storage.beginWrite(contention);
        }

        @Override
        public void close() {
            if (++attempts == 1) {
                throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", 20));
            }
            storage.close();
        }
    }

    @Test
    void whatFailsToCloseLeavesNothingElseOpenAndIsClosedByClosingAgain() {
        Busy busy = new Busy();
        Neo neo = Neo.builder().plugin(busy).storage("busy:").open();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(neo::close)
                .extracting(NeoException::code)
                .isEqualTo("storage.busy");
        assertThatExceptionOfType(NeoException.class)
                .as("plugins are closed all the same")
                .isThrownBy(() -> neo.plugins().all(StoragePlugin.class))
                .extracting(NeoException::code)
                .isEqualTo("plugin.closed");
        neo.close();
        assertThat(busy.attempts).isEqualTo(2);
    }
}
