package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.event.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What processes told before they were killed, and what the journal says in the end. */
final class DeliveryAudit {
    /** A subscriber repeats what it handled since it last wrote its place: one page. */
    private static final int MOST_REPEATED = 100;

    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> deliveries = new ArrayList<>();
    private final long[] lastOfThread = new long[BellRinger.THREADS];
    private int round;
    private long furthest;
    private long last;

    /** Another process goes on. */
    void begin(int next) {
        round = next;
        last = 0;
        Arrays.fill(lastOfThread, 0);
    }

    /** Takes one line in, and checks what can be known at once. */
    void note(String line) {
        List<String> words = List.of(line.split(" "));
        if (words.get(0).equals("acknowledged")) {
            acknowledged.add(words.get(1));
            List<String> command = List.of(words.get(1).split("/"));
            if (Integer.parseInt(command.get(0)) == round) {
                lastOfThread[Integer.parseInt(command.get(1))] = Long.parseLong(command.get(2));
            }
        } else {
            assertThat(words.get(0)).isEqualTo("delivered");
            inOrder(Long.parseLong(words.get(1)));
            deliveries.add(line);
        }
    }

    private void inOrder(long position) {
        if (last == 0) {
            assertThat(position)
                    .as("the first delivery of a process, where %d was the last", furthest)
                    .isBetween(furthest - MOST_REPEATED + 1, furthest + 1)
                    .isPositive();
        } else {
            assertThat(position).as("a delivery behind %d", last).isEqualTo(last + 1);
        }
        last = position;
        furthest = Math.max(furthest, position);
    }

    /** For each thread the last command of this round that was acknowledged. */
    List<Long> lastOfThreads() {
        return Arrays.stream(lastOfThread).boxed().toList();
    }

    int commands() {
        return acknowledged.size();
    }

    /** Compares with the journal of a store in which everything was delivered. */
    void compareWith(Neo neo) {
        List<String> journal = new ArrayList<>();
        Map<String, Long> numbers = new HashMap<>();
        Map<String, Integer> events = new HashMap<>();
        for (List<Event> page = page(neo, 0); !page.isEmpty(); page = page(neo, journal.size())) {
            for (Event event : page) {
                BellRinger.Rung rung = neo.journal().payload(event, BellRinger.RUNG);
                String bell = event.aggregate().id();
                assertThat(event.position()).isEqualTo(journal.size() + 1);
                assertThat(rung.number()).as("of %s", bell).isEqualTo(numbers.merge(bell, 1L, Long::sum));
                events.merge(rung.command(), 1, Integer::sum);
                journal.add(BellRinger.delivery(neo, event));
            }
        }
        // Every command happened whole and once, and its events were delivered; what was delivered is in the journal.
        assertThat(events.keySet()).containsAll(acknowledged);
        assertThat(events.values()).containsOnly(BellRinger.EVENTS_OF_A_COMMAND);
        assertThat(new HashSet<>(deliveries)).isEqualTo(new HashSet<>(journal));
        numbers.forEach((bell, rings) -> assertThat(rings(neo, bell)).isEqualTo(rings));
    }

    private static List<Event> page(Neo neo, long after) {
        return neo.journal().read(BellRinger.ACTOR, after, 1_000);
    }

    private static long rings(Neo neo, String bell) {
        return neo.store()
                .read(tx -> tx.documents(BellRinger.BELLS, BellRinger.LAON)
                        .require(bell)
                        .value()
                        .rings());
    }
}
