package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Another JVM, in which callers command what {@link CrashCommands} says until it is killed, and tell what they were
 * answered. Each begins with the command that its forerunner had no answer to.
 */
final class CrashChild {
    /** Behind each line, so that one that was cut off is not taken for a whole one. */
    static final String END = ".";

    private CrashChild() {}

    /**
     * The storage, the seed, the life, and for each caller of the life before which command was not answered, or -1.
     */
    public static void main(String[] arguments) {
        Town town = new Town(Neo.open(arguments[0]), new AtomicReference<>(Instant.EPOCH));
        CrashCommands.open(town);
        CrashCommands now = new CrashCommands(Long.parseLong(arguments[1]), Integer.parseInt(arguments[2]));
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        for (int caller = 0; caller < CrashCommands.CALLERS; caller++) {
            int number = caller;
            int unanswered = Integer.parseInt(arguments[3 + caller]);
            Thread thread = new Thread(() -> {
                if (unanswered >= 0) {
                    send(town, new CrashCommands(now.seed(), now.life() - 1), number, unanswered, out);
                }
                for (int index = 0; ; index++) {
                    send(town, now, number, index, out);
                    if (index % 16 == 15) {
                        town.ledger.expireDue(Town.CHIEF, 20);
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
        endWithTheParent();
    }

    private static void send(Town town, CrashCommands commands, int caller, int index, OutputStream out) {
        String answer = commands.command(caller, index).send(town.ledger, commands.id(caller, index, 3));
        tell(out, commands.life() + " " + caller + " " + index + " " + answer + END + "\n");
    }

    /** Writes to the pipe itself: what was told stays there when this process is gone. */
    private static void tell(OutputStream out, String line) {
        synchronized (out) {
            try {
                out.write(line.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
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
}
