package fr.aisneneo.core.ledger.internal.kept;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Small sets of constants as bits and back, without making a set each time. A constant's bit is its place: new ones
 * come last. Immutable and thread-safe.
 */
@SuppressWarnings("EnumOrdinal") // the places are part of the stored form; a test pins them
final class EnumBits<E extends Enum<E>> {
    private final List<Set<E>> sets = new ArrayList<>();

    EnumBits(Class<E> type) {
        E[] constants = type.getEnumConstants();
        for (int bits = 0; bits < 1 << constants.length; bits++) {
            Set<E> set = EnumSet.noneOf(type);
            for (E constant : constants) {
                if ((bits & 1 << constant.ordinal()) != 0) {
                    set.add(constant);
                }
            }
            sets.add(Set.copyOf(set));
        }
    }

    int bits(Set<E> set) {
        int bits = 0;
        for (E constant : set) {
            bits |= 1 << constant.ordinal();
        }
        return bits;
    }

    Set<E> set(int bits) {
        return sets.get(bits);
    }
}
