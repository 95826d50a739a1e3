package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.MemoryEngine;
import fr.aisneneo.core.tck.StorageTck;
import java.nio.file.Path;
import java.time.Duration;

/** The contract over each broken engine; run by {@link BrokenEngineTest} only. */
final class BrokenEngineCases {
    private BrokenEngineCases() {}

    static class Sound extends StorageTck {
        @Override
        public Storage open(Path directory) {
            return MemoryEngine.open();
        }
    }

    /** Waits long for what a sound engine does not let happen, so that it happens however busy the machine is. */
    abstract static class Broken extends Sound {
        /** Enough for callers to come between each other, on however few processors. */
        @Override
        public int histories() {
            return 3_000;
        }

        @Override
        public Duration chance() {
            return Duration.ofSeconds(20);
        }
    }

    static class DirtyReads extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.dirtyReads(super.open(directory));
        }
    }

    static class LostUpdates extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.lostUpdates(super.open(directory));
        }
    }

    static class WriteSkew extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.writeSkew(super.open(directory));
        }
    }

    static class StaleReads extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.staleReads(super.open(directory));
        }
    }

    static class ReusedVersions extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.reusedVersions(super.open(directory));
        }
    }

    static class Utf16Order extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.utf16Order(super.open(directory));
        }
    }

    static class CoarseTimes extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.coarseTimes(super.open(directory));
        }
    }

    static class UniqueOnInsertOnly extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.uniqueOnInsertOnly(super.open(directory));
        }
    }

    static class SkippingCursors extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.skippingCursors(super.open(directory));
        }
    }

    static class LostSavepoints extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.lostSavepoints(super.open(directory));
        }
    }

    static class StampsBackwards extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.stampsBackwards(super.open(directory));
        }
    }

    static class ScansWithoutOwnWrites extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.scansWithoutOwnWrites(super.open(directory));
        }
    }

    static class InclusiveBounds extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.inclusiveBounds(super.open(directory));
        }
    }

    static class OneTenant extends Broken {
        @Override
        public Storage open(Path directory) {
            return BrokenEngine.oneTenant(super.open(directory));
        }
    }
}
