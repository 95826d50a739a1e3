package fr.aisneneo.core.sealing;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pieces of work of which each is tried, whatever became of those before it. Used by one thread. */
final class Attempts {
    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private int done;
    private int failed;
    private @Nullable RuntimeException first;

    void run(Runnable work) {
        try {
            work.run();
            done++;
        } catch (RuntimeException e) {
            failed++;
            if (first == null) {
                first = e;
            }
        }
    }

    int done() {
        return done;
    }

    /** Says that something failed, by the kind of the first failure only: its message may name somebody. */
    void log() {
        if (first != null) {
            LOG.warn(
                    "Erasures whose keys could not be destroyed: {} (first: {}). Each next erasure and start tries again",
                    failed,
                    first.getClass().getName());
        }
    }

    /** As the first that failed. */
    void rethrow() {
        if (first != null) {
            throw first;
        }
    }
}
