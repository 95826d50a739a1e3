package fr.aisneneo.booking;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Another JVM, in which 64 threads book and cancel until it is killed, and which tells every acknowledgement. */
final class CrashChild {
    /** Behind each line, so that one that was cut off is not taken for a whole one. */
    static final String END = ".";

    private CrashChild() {}

    public static void main(String[] arguments) {
        try (World world = new World("rocksdb:" + arguments[0])) {
            long seed = Long.parseLong(arguments[1]);
            Storm.prepare(world);
            Teller teller = new Teller();
            for (int caller = 0; caller < Storm.CALLERS; caller++) {
                Storm storm = new Storm(world, caller, seed);
                Thread thread = new Thread(() -> {
                    while (true) {
                        storm.once(teller, 40);
                    }
                });
                thread.setUncaughtExceptionHandler((died, failure) -> teller.tell("failed " + failure));
                thread.start();
            }
            endWithTheParent();
        }
    }

    /** Nothing is ever written to the standard input; it ends when the parent does. */
    private static void endWithTheParent() {
        try {
            while (System.in.read() >= 0) {
                // goes on listening
            }
        } catch (IOException e) {
            // the same as its end
        }
        Runtime.getRuntime().halt(2);
    }

    /** Writes to the pipe itself: what was told stays there when this process is gone. */
    private static final class Teller implements Storm.Witness {
        private final OutputStream out = new FileOutputStream(FileDescriptor.out);

        @Override
        public void reserved(ReservationId id) {
            tell("reserved " + id);
        }

        @Override
        public void cancelling(ReservationId id) {
            tell("cancelling " + id);
        }

        @Override
        public void cancelled(ReservationId id) {
            tell("cancelled " + id);
        }

        synchronized void tell(String line) {
            try {
                out.write((line + END + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
