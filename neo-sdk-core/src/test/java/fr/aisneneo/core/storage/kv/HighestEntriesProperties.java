package fr.aisneneo.core.storage.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class HighestEntriesProperties {
    private final NavigableMap<byte[], byte[]> map = new TreeMap<>(Arrays::compareUnsigned);
    private int looks;

    private final KeyValues state = new KeyValues() {
        @Override
        public byte @Nullable [] get(byte[] key) {
            return map.get(key);
        }

        @Override
        public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
            looks++;
            NavigableMap<byte[], byte[]> range = map.subMap(from, true, to, false);
            return new Walk(
                    (descending ? range.descendingMap() : range).entrySet().iterator());
        }
    };

    private static final class Walk implements KeyValueCursor {
        private final Iterator<Map.Entry<byte[], byte[]>> entries;
        private Map.@Nullable Entry<byte[], byte[]> here;

        Walk(Iterator<Map.Entry<byte[], byte[]>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean next() {
            here = entries.hasNext() ? entries.next() : null;
            return here != null;
        }

        @Override
        public byte[] key() {
            return here == null ? new byte[0] : here.getKey();
        }

        @Override
        public byte[] value() {
            return here == null ? new byte[0] : here.getValue();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private record Step(int index, int value, boolean written) {}

    private static byte[] index(int number) {
        return new byte[] {2, (byte) (number >> 8), (byte) number};
    }

    private static byte[] entry(int index, int value) {
        return OrderedKeys.join(index(index), new byte[] {(byte) value});
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 255),
                        Arbitraries.of(true, true, true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void whatIsSaidToBeBehindAllIsBehindAllHoweverMuchIsRolledBackOrRemoved(@ForAll("steps") List<Step> steps) {
        HighestEntries highest = new HighestEntries();
        map.clear();
        for (Step step : steps) {
            byte[] entry = entry(step.index(), step.value());
            if (highest.areAllBefore(state, index(step.index()), entry)) {
                assertThat(map.subMap(entry, true, OrderedKeys.behind(index(step.index())), false))
                        .isEmpty();
            }
            highest.raise(index(step.index()), entry);
            if (step.written()) {
                map.put(entry, entry);
            } else {
                map.remove(entry); // and what was not there is an entry that was taken back
            }
        }
    }

    @Example
    void whatIsCountedUpwardsIsLookedForOnce() {
        HighestEntries highest = new HighestEntries();
        for (int value = 0; value < 100; value++) {
            assertThat(highest.areAllBefore(state, index(1), entry(1, value))).isTrue();
            highest.raise(index(1), entry(1, value));
            map.put(entry(1, value), index(1));
        }
        assertThat(looks).isEqualTo(1);
        assertThat(highest.areAllBefore(state, index(1), entry(1, 99))).isFalse();
    }

    @Example
    void ofMoreIndexesThanAreRememberedTheFirstIsLookedForAgain() {
        HighestEntries highest = new HighestEntries();
        for (int index = 0; index < 3_000; index++) {
            map.put(entry(index, 7), index(index));
            assertThat(highest.areAllBefore(state, index(index), entry(index, 7)))
                    .isFalse();
        }
        int before = looks;
        assertThat(highest.areAllBefore(state, index(0), entry(0, 7))).isFalse();
        assertThat(highest.areAllBefore(state, index(0), entry(0, 8))).isTrue();
        assertThat(looks).isEqualTo(before + 1);
    }
}
