package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.person;

import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tck.process.ChildCommand;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What runs in the other JVM: opens the author's key store, makes keys and destroys some of them, and says so after
 * each step, until it is killed.
 */
final class KeyChild {
    /** Past every buffer: a line is one write of the operating system, and there when the process is killed. */
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private KeyChild() {}

    /** Starts it for persons from a number on, of whom each third is destroyed if {@code destroying}. */
    static ChildJvm start(KeyStoreContract contract, Path directory, long first, boolean destroying) {
        String author = contract.getClass().getName();
        return ChildCommand.of(
                        KeyChild.class, author, directory.toString(), Long.toString(first), String.valueOf(destroying))
                .knowing(contract.getClass())
                .start();
    }

    /** Class of the author, directory, first person, and whether any are destroyed. */
    public static void main(String[] arguments) throws Exception {
        endWithParent();
        // The author's class is known by name only, in another module and not public.
        Constructor<?> constructor = Class.forName(arguments[0]).getDeclaredConstructor();
        constructor.setAccessible(true);
        KeyStoreContract contract = (KeyStoreContract) constructor.newInstance();
        boolean destroying = Boolean.parseBoolean(arguments[3]);
        try (KeyStore keys = contract.open(Path.of(arguments[1]))) {
            for (long number = Long.parseLong(arguments[2]); ; number++) {
                for (String purpose : KeyLedger.PURPOSES) {
                    KeyState state = keys.obtain(KeyLedger.name(number, purpose));
                    say("KEY " + number + " " + purpose + " " + KeyLedger.text(state));
                }
                if (destroying && number % 3 == 0) {
                    say("DOOMED " + number);
                    keys.destroy(LAON, person(number));
                    say("GONE " + number);
                }
                if (destroying && number % 5 == 0) {
                    keys.rotate();
                    say("ROTATED");
                }
            }
        }
    }

    private static void endWithParent() {
        Thread watch = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // it has nothing to say
                        }
                    } catch (IOException e) {
                        // the same as its end
                    }
                    Runtime.getRuntime().halt(2);
                },
                "tck-parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void say(String line) throws IOException {
        OUT.write((line + KeyLedger.END + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
