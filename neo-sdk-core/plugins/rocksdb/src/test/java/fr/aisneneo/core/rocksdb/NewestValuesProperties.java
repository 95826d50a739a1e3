package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.kv.KeyValueCursor;
import fr.aisneneo.core.storage.kv.KeyValues;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class NewestValuesProperties {
    private final SortedMap<byte[], byte[]> map = new TreeMap<>(Arrays::compareUnsigned);
    private int reads;
    private final NewestValues newest = new NewestValues(new KeyValues() {
        @Override
        public byte @Nullable [] get(byte[] key) {
            reads++;
            return map.get(key);
        }

        @Override
        public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
            throw new UnsupportedOperationException();
        }
    });

    /** A read of a key, or a write of some, 0 bytes for a removal. */
    private record Step(int key, int count, int length) {}

    private static byte[] key(int number) {
        return new byte[] {1, (byte) (number >> 8), (byte) number};
    }

    private void write(int first, int count, int length) {
        SortedMap<byte[], byte @Nullable []> changes = new TreeMap<>(Arrays::compareUnsigned);
        for (int number = first; number < first + count; number++) {
            byte[] value = new byte[length];
            Arrays.fill(value, (byte) map.size());
            changes.put(key(number), length == 0 ? null : value);
        }
        changes.forEach((key, value) -> {
            if (value == null) {
                map.remove(key);
            } else {
                map.put(key, value);
            }
        });
        newest.wrote(changes);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(0, 1, 50, 60_000, 70_000))
                .as(Step::new)
                .list()
                .ofMaxSize(100);
    }

    @Property
    void whatIsReadIsWhatWasWrittenLast(@ForAll("steps") List<Step> steps) {
        for (Step step : steps) {
            if (step.count() > 0) {
                write(step.key(), step.count(), step.length());
            }
            assertThat(newest.get(key(step.key()))).isEqualTo(map.get(key(step.key())));
        }
        for (int number = 0; number < 40; number++) {
            assertThat(newest.get(key(number))).isEqualTo(map.get(key(number)));
        }
    }

    @Example
    void aValueThatIsReadAgainAndAgainIsReadOnceHoweverOftenItIsWritten() {
        write(1, 1, 100);
        for (int round = 1; round < 50; round++) {
            newest.get(key(1));
            write(1, 1, round);
        }
        assertThat(newest.get(key(1))).hasSize(49);
        assertThat(reads).isEqualTo(1);
    }

    @Example
    void itHoldsSomeMebibytesOfWhatWasReadLast() {
        write(0, 1_000, 50_000);
        for (int number = 0; number < 1_000; number++) {
            newest.get(key(number));
        }
        reads = 0;
        for (int number = 900; number < 1_000; number++) {
            newest.get(key(number));
        }
        assertThat(reads).isZero();
        for (int number = 0; number < 500; number++) {
            newest.get(key(number));
        }
        assertThat(reads).isEqualTo(500);
    }
}
