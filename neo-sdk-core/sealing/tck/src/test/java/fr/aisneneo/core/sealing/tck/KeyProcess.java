package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.person;

import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** One of two processes on one key store. It reads what to do, line by line, and ends with its parent. */
final class KeyProcess {
    /** Persons that both processes ask for. */
    static final int SHARED = 12;
    /** Those of them who are destroyed. */
    static final int DOOMED = 6;
    /** Persons that one process asks for. */
    static final int OWN = 6;

    private final KeyStore keys;
    private final PrintStream out;
    private final Map<Integer, String> known = new TreeMap<>();

    private KeyProcess(KeyStore keys, PrintStream out) {
        this.keys = keys;
        this.out = out;
    }

    /** The directory, and the number of this process. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (KeyStore keys = FileKeyStore.open(Path.of(arguments[0]))) {
            KeyProcess process = new KeyProcess(keys, out);
            out.println("done");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                switch (line) {
                    case "obtain" -> process.obtain(Integer.parseInt(arguments[1]));
                    case "destroy" -> process.destroy();
                    case "use" -> process.use();
                    case "tell" -> process.tell();
                    default -> throw new IllegalArgumentException(line);
                }
                out.println("done");
            }
        }
    }

    static KeyName name(int number) {
        return KeyName.of(LAON, person(number), "contact");
    }

    static String text(KeyState state) {
        return state instanceof KeyState.Live live
                ? live.key().id() + HexFormat.of().formatHex(live.key().secret())
                : state.getClass().getSimpleName();
    }

    private void obtain(int process) {
        for (int number = 1; number <= SHARED; number++) {
            known.put(number, text(keys.obtain(name(number))));
            if (number <= OWN) {
                int mine = 100 * process + number;
                known.put(mine, text(keys.obtain(name(mine))));
            }
        }
        known.forEach((number, key) -> out.println(number + " " + key));
    }

    private void destroy() {
        for (int number = 1; number <= DOOMED; number++) {
            out.println(keys.destroy(LAON, person(number)));
        }
    }

    /** Asks for everybody until all that are doomed are gone, and says what should not have been. */
    private void use() {
        for (int gone = 0, round = 0; gone < DOOMED; round++) {
            gone = 0;
            for (int number = 1; number <= SHARED; number++) {
                String before = String.valueOf(known.get(number));
                String now = text(round % 2 == 0 ? keys.find(name(number)) : keys.obtain(name(number)));
                if (now.equals("Destroyed") && number <= DOOMED) {
                    gone++;
                    known.put(number, now);
                } else if (!now.equals(before)) {
                    out.println(number + " was " + before + " and became " + now);
                    return;
                }
            }
            if (round == 1) {
                keys.rotate();
            }
        }
    }

    private void tell() {
        known.keySet().forEach(number -> out.println(number + " " + text(keys.obtain(name(number)))));
        out.println("destroyed " + keys.destroyedCount());
    }
}
