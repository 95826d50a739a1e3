package fr.aisneneo.core.territory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SitesConcurrencyTest {
    private static final int THREADS = 8;
    private static final int CHANGES = 25;
    private static final SiteId ID = new SiteId(new UUID(1, 1));

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(work));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void noChangeOfASiteIsLostWhenManyChangeIt() throws Exception {
        try (Neo neo = Aisne.neo()) {
            Territory territory = Territory.of(neo);
            territory.addSite(Aisne.ADMINISTRATOR, Site.of(ID, "0", SiteKind.HUB, Aisne.LAON, Aisne.PARIS));
            together(THREADS, () -> {
                for (int i = 0; i < CHANGES; i++) {
                    territory.changeSite(
                            Aisne.ADMINISTRATOR,
                            ID,
                            site -> site.named(Integer.toString(Integer.parseInt(site.name()) + 1)));
                }
                return true;
            });
            assertThat(territory.site(Aisne.MEMBER, ID).name()).isEqualTo(Integer.toString(THREADS * CHANGES));
            assertThat(neo.journal().read(Aisne.ADMINISTRATOR, 0, 1_000))
                    .extracting(Event::position)
                    .hasSize(THREADS * CHANGES + 1);
        }
    }

    @Test
    void ofManyEqualImportsAtOnceOneWrites() throws Exception {
        try (Neo neo = Aisne.neo()) {
            Territory territory = Territory.of(neo);
            List<ImportReport> reports = together(4, () -> territory.importCommunes(Aisne.REFERENCE, Aisne.real()));
            assertThat(reports)
                    .extracting(ImportReport::added)
                    .containsOnly(0, 797)
                    .containsOnlyOnce(797);
            assertThat(neo.journal().read(Aisne.REFERENCE, 0, 10)).hasSize(1);
        }
    }
}
