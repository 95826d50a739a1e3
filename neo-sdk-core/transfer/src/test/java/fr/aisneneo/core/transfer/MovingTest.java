package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.event.Subscription;
import fr.aisneneo.core.receipts.Receipt;
import fr.aisneneo.core.receipts.verifier.ReceiptVerifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A town moves, from every engine to every engine. */
@Tag("heavy")
class MovingTest {
    @TempDir
    private Path directory;

    static Stream<List<Engine>> everyPair() {
        return Stream.of(Engine.values())
                .flatMap(from -> Stream.of(Engine.values()).map(to -> List.of(from, to)));
    }

    /** Fills it, and gives the position of an event of Anne's. */
    private static long fill(Town town) {
        town.books(Town.LAON, 5);
        town.books(Town.CHAUNY, 2);
        long position = town.measures(Town.LAON, 1.5e10);
        town.measures(Town.LAON, 1e-9);
        town.measures(Town.LAON, 0);
        town.receipts.seal(Town.CLERK);
        town.keeps(
                Town.LAON,
                new Loose("b", "{\"id\":\"b\",\"z\":[1.50, 1e3, -0, 1E+30, 2.5e-30, 10],\"a\":null, \"mark\":\"m\"}"),
                new Loose("é", "{\"id\":\"\\u00e9\",\"t\":\"\\/\\u0007\\ud83d\\ude00\\\"\"}"));
        town.keeps(Town.CHAUNY, new Packed("p", new byte[] {0, 1, -1, 127}), new Packed("q", new byte[0]));
        // Whoever reads gives events their positions; what is compared byte by byte has them already.
        town.neo.journal().settle(Town.LAON);
        town.neo.journal().settle(Town.CHAUNY);
        return position;
    }

    @ParameterizedTest
    @MethodSource("everyPair")
    void everythingArrivesAndLifeGoesOn(List<Engine> engines) throws Exception {
        try (Town from = engines.get(0).town(directory);
                Town to = engines.get(1).town(directory)) {
            long position = fill(from);
            List<Long> seen = Collections.synchronizedList(new ArrayList<>());
            deliver(from, seen, 5);
            Exported exported = Exported.from(from);
            assertThat(to.transfer.importFrom(exported.stream(), step -> {})).isEqualTo(exported.report());
            to.transfer.requireComplete();

            Exported again = Exported.from(to);
            assertThat(again.documents()).isEqualTo(exported.documents());
            assertThat(again.lines().get(0).replaceAll("\"at\":\"[^\"]*\",\"engine\":\"[^\"]*\"", ""))
                    .isEqualTo(exported.lines().get(0).replaceAll("\"at\":\"[^\"]*\",\"engine\":\"[^\"]*\"", ""));

            Receipt receipt = to.receipts.receipt(Town.ANNE, position);
            assertThat(receipt.text())
                    .isEqualTo(from.receipts.receipt(Town.ANNE, position).text());
            new ReceiptVerifier(Town.SIGNER.verifierKey(Town.LAON)).verify(receipt.text());
            assertThat(to.receipts.audit(Town.CLERK)).isEqualTo(from.receipts.audit(Town.CLERK));

            long last = to.measures(Town.LAON, 8);
            List<Long> rest = new ArrayList<>();
            deliver(to, rest, (int) last - seen.size());
            assertThat(Stream.of(seen, rest).flatMap(List::stream))
                    .containsExactlyElementsOf(
                            Stream.iterate(1L, next -> next + 1).limit(last).toList());
        }
    }

    /** Takes so many events and ends; the place is written by then. */
    private static void deliver(Town town, List<Long> seen, int count) throws InterruptedException {
        LinkedBlockingQueue<Long> positions = new LinkedBlockingQueue<>();
        try (Subscription subscription = town.neo.journal().subscribe(Town.LAON, "mail", event -> {
            if (positions.size() == count) {
                throw new IllegalStateException("Enough: the next one will have it");
            }
            positions.add(event.position());
        })) {
            while (positions.size() < count) {
                assertThat(subscription.state().running()).isTrue();
                TimeUnit.MILLISECONDS.sleep(1);
            }
        }
        positions.drainTo(seen);
    }
}
