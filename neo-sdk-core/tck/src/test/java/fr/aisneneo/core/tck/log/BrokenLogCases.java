package fr.aisneneo.core.tck.log;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.DurableStorageTck;
import java.nio.file.Path;
import java.time.Duration;

/** The durable contract over each broken engine; run by {@link BrokenLogTest} only. */
final class BrokenLogCases {
    private BrokenLogCases() {}

    abstract static class Broken extends DurableStorageTck {
        private final LogFault fault;

        Broken(LogFault fault) {
            this.fault = fault;
        }

        @Override
        public Storage open(Path directory) {
            return LogStorage.open(directory, Duration.ofSeconds(10), fault);
        }

        @Override
        public Path newestLog(Path directory) {
            return LogStorage.log(directory);
        }
    }

    static class Late extends Broken {
        Late() {
            super(LogFault.LATE);
        }
    }

    static class Unchecked extends Broken {
        Unchecked() {
            super(LogFault.UNCHECKED);
        }
    }

    static class Undeterred extends Broken {
        Undeterred() {
            super(LogFault.UNDETERRED);
        }
    }

    static class Unlocked extends Broken {
        Unlocked() {
            super(LogFault.UNLOCKED);
        }
    }
}
