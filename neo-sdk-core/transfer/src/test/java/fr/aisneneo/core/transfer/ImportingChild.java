package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** In another process: imports a file, and prints how many documents are in after each chunk. */
final class ImportingChild {
    private ImportingChild() {}

    /** The URI of the store, the file, and with how many documents to wait for the end. */
    public static void main(String[] arguments) {
        endWithTheParent();
        long last = Long.parseLong(arguments[2]);
        try (Town town = new Town(Neo.open(arguments[0]))) {
            town.transfer.resume(Path.of(arguments[1]), step -> {
                System.out.println(step.documents());
                while (step.documents() >= last) {
                    LockSupport.park();
                }
            });
        }
    }

    /** Its standard input ends when the parent does, however that ends. */
    private static void endWithTheParent() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            } catch (IOException e) {
                // the same as its end
            }
            Runtime.getRuntime().halt(2);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
