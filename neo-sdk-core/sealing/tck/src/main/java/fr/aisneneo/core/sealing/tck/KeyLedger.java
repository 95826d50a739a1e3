package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ABSENT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.destroyed;
import static fr.aisneneo.core.sealing.tck.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a {@link KeyChild} said before it was killed, and what must be true of its key store ever after. */
final class KeyLedger {
    /** Ends a line, so that one that was cut off is not taken for a whole one. */
    static final String END = ";";

    static final List<String> PURPOSES = List.of("contact", "health");

    private final SortedMap<String, String> made = new TreeMap<>();
    private final Set<Long> doomed = new TreeSet<>();
    private final Set<Long> gone = new TreeSet<>();
    private long last;

    static KeyName name(long number, String purpose) {
        return KeyName.of(LAON, person(number), purpose);
    }

    /** A key as a text, or what became of it. */
    static String text(KeyState state) {
        return state instanceof KeyState.Live live
                ? live.key().id() + HexFormat.of().formatHex(live.key().secret())
                : state.getClass().getSimpleName();
    }

    /** Whether it was a whole line, and so an acknowledgement. */
    boolean note(String line) {
        if (!line.endsWith(END)) {
            return false;
        }
        String[] parts = line.substring(0, line.length() - END.length()).split(" ", -1);
        switch (parts[0]) {
            case "KEY" -> {
                last = Math.max(last, Long.parseLong(parts[1]));
                made.put(parts[1] + " " + parts[2], parts[3]);
            }
            case "DOOMED" -> doomed.add(Long.valueOf(parts[1]));
            case "GONE" -> gone.add(Long.valueOf(parts[1]));
            default -> assertThat(parts).containsExactly("ROTATED");
        }
        return true;
    }

    /** The first person whom the next one may begin with: not one that was under way when the last was killed. */
    long next() {
        return last + 2;
    }

    int keys() {
        return made.size();
    }

    int destroyedPersons() {
        return gone.size();
    }

    /** Looks at everybody who was ever named, and remembers which way it went where it was under way. */
    void judge(KeyStore keys) {
        for (long number : doomed) {
            List<Boolean> fates = PURPOSES.stream()
                    .map(purpose -> keys.find(name(number, purpose)).equals(DESTROYED))
                    .distinct()
                    .toList();
            assertThat(fates).as("keys of person %d share one fate", number).hasSize(1);
            if (fates.get(0)) {
                gone.add(number);
            }
        }
        doomed.clear();
        made.forEach((which, key) -> {
            long number = Long.parseLong(which.substring(0, which.indexOf(' ')));
            KeyName name = name(number, which.substring(which.indexOf(' ') + 1));
            String expected = gone.contains(number) ? text(DESTROYED) : key;
            assertThat(text(keys.find(name))).as("found for %s", which).isEqualTo(expected);
            assertThat(text(keys.obtain(name))).as("obtained for %s", which).isEqualTo(expected);
        });
        assertThat(destroyed(keys, LAON))
                .containsExactlyInAnyOrderElementsOf(
                        gone.stream().map(Samples::person).toList());
        assertThat(keys.destroyedCount()).isEqualTo(gone.size());
        assertThat(keys.find(name(next() + 1, "contact")))
                .as("nobody asked for it")
                .isEqualTo(ABSENT);
    }
}
