package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.tck.process.ChildCommand;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process is killed while it runs commands and delivers their events; the next one goes on. */
@Tag("heavy")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JournalCrashTest {
    private static final int ROUNDS = 6;
    /** A process lives for a second. */
    private static final List<String> QUICK = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    @TempDir
    private Path root;

    private final DeliveryAudit audit = new DeliveryAudit();

    @Test
    void everyEventOfAnAcknowledgedCommandIsDeliveredInOrderHoweverOftenTheProcessIsKilled() throws Exception {
        String store = root.resolve("store").toString();
        SplittableRandom random = new SplittableRandom(23);
        for (int round = 1; round <= ROUNDS; round++) {
            ringAndKill(store, round, 1 + random.nextInt(round % 2 == 0 ? 40 : 1_500));
        }
        List<Long> left = audit.lastOfThreads();
        audit.begin(ROUNDS + 1);
        try (Neo neo = BellRinger.open(store)) {
            for (int thread = 0; thread < BellRinger.THREADS; thread++) {
                BellRinger.Command unsure = new BellRinger.Command(ROUNDS, thread, left.get(thread) + 1);
                audit.note("acknowledged " + BellRinger.ring(neo, unsure).key());
            }
            hearTheRest(neo);
            assertThat(audit.commands()).isGreaterThan(BellRinger.THREADS * ROUNDS);
            audit.compareWith(neo);
        }
    }

    private void ringAndKill(String store, int round, int lines) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(store, Integer.toString(round)));
        audit.lastOfThreads().forEach(last -> arguments.add(last.toString()));
        audit.begin(round);
        try (ChildJvm child = ChildCommand.of(BellRinger.class, arguments.toArray(String[]::new))
                .with(QUICK)
                .start()) {
            for (int count = 0; count < lines; count++) {
                String line = child.line();
                assertThat(line).as("what the other process tells").isNotNull();
                audit.note(line);
            }
            child.kill().forEach(audit::note);
        }
    }

    private void hearTheRest(Neo neo) throws InterruptedException {
        BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        neo.journal()
                .subscribe(
                        BellRinger.LAON, BellRinger.SUBSCRIPTION, event -> heard.add(BellRinger.delivery(neo, event)));
        BellRinger.Command end = new BellRinger.Command(ROUNDS + 1, 0, 1);
        BellRinger.ring(neo, end);
        int events = 0;
        while (events < BellRinger.EVENTS_OF_A_COMMAND) {
            String line = heard.poll(90, TimeUnit.SECONDS);
            assertThat(line).as("a delivery").isNotNull();
            audit.note(line);
            events += line.endsWith(" " + end.key()) ? 1 : 0;
        }
    }
}
