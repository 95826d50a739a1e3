package fr.aisneneo.core.tck;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** In the other JVM: hears the parent on standard input, which ends when the parent does, however it ends. */
final class ParentWatch {
    private final Semaphore words = new Semaphore(0);

    private ParentWatch() {}

    static ParentWatch start() {
        ParentWatch watch = new ParentWatch();
        Thread thread = new Thread(watch::listen, "tck-parent-watch");
        thread.setDaemon(true);
        thread.start();
        return watch;
    }

    private void listen() {
        try {
            while (System.in.read() >= 0) {
                words.release();
            }
        } catch (IOException e) {
            // the same as its end
        }
        Runtime.getRuntime().halt(2);
    }

    /** Waits until the parent says that it is time to go on. */
    void awaitWord() throws InterruptedException {
        if (!words.tryAcquire(Peer.PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The parent said nothing");
        }
    }
}
