package fr.aisneneo.core.sealing.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdlePlacesTest {
    private final AtomicInteger made = new AtomicInteger();
    private final IdlePlaces<AtomicBoolean> places = new IdlePlaces<>(() -> {
        made.incrementAndGet();
        return new AtomicBoolean();
    });

    private AtomicBoolean use(int key) throws GeneralSecurityException {
        return places.with(key, taken -> taken);
    }

    @Test
    void aKeyFindsWhatItLeftAndNothingAfterAClearing() throws GeneralSecurityException {
        AtomicBoolean first = use(7);
        assertThat(use(8)).isNotSameAs(first);
        assertThat(use(7)).isSameAs(first);
        places.clear();
        assertThat(use(7)).isNotSameAs(first);
    }

    @Test
    void manyKeysMakeNoMoreThanThereArePlaces() throws GeneralSecurityException {
        for (int key = -5_000; key < 5_000; key++) {
            use(key);
        }
        assertThat(made.get()).isLessThanOrEqualTo(256);
    }

    @Test
    void whatFailedIsNotUsedAgain() throws GeneralSecurityException {
        AtomicBoolean first = use(7);
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> places.with(7, taken -> {
                    throw new GeneralSecurityException("no");
                }));
        assertThat(use(7)).isNotSameAs(first);
    }

    @Test
    void nothingIsUsedByTwoAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                all.add(threads.submit(() -> {
                    boolean alone = true;
                    for (int i = 0; i < 20_000; i++) {
                        alone &= places.with(i % 3, taken -> {
                            boolean mine = taken.compareAndSet(false, true);
                            taken.set(false);
                            return mine;
                        });
                    }
                    return alone;
                }));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
