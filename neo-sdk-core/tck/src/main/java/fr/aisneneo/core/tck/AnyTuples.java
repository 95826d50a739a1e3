package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.IndexKey;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/** Tuples of {@link Samples#TUPLES}, near each other and near the edges of their types. */
final class AnyTuples implements ArbitrarySupplier<List<IndexKey>> {
    private static final Arbitrary<Integer> CODE_POINTS = Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.of('\u0001', 'a', 'b', 'é').map(c -> (int) c)),
            net.jqwik.api.Tuple.of(
                    1, Arbitraries.of(0x7F, 0x80, 0x7FF, 0x800, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF)));

    AnyTuples() {}

    @Override
    public Arbitrary<List<IndexKey>> get() {
        return tuples().list().ofMaxSize(30);
    }

    static Arbitrary<String> texts() {
        return CODE_POINTS.list().ofMaxSize(4).map(AnyTuples::text);
    }

    private static String text(List<Integer> codePoints) {
        StringBuilder text = new StringBuilder();
        codePoints.forEach(text::appendCodePoint);
        return text.toString();
    }

    private static Arbitrary<IndexKey> tuples() {
        Arbitrary<Long> numbers = Arbitraries.oneOf(Arbitraries.longs().between(-2, 2), Arbitraries.longs());
        Arbitrary<Instant> instants = Arbitraries.longs()
                .between(-2_000_001, 2_000_001)
                .map(micros -> Instant.EPOCH.plusNanos(micros * 1_000));
        return Combinators.combine(texts(), numbers, Arbitraries.of(false, true), instants)
                .as((text, number, flag, instant) -> IndexKey.of(text, number, flag, instant));
    }
}
