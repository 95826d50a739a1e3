package fr.aisneneo.core.tck.history;

import java.util.List;

/** What a transaction did to one list. Immutable. */
public sealed interface Operation {

    /**
     * The list.
     *
     * @return its name
     */
    String list();

    /**
     * A value put at the end of a list.
     *
     * @param list the list
     * @param value the value, which nobody else appends to that list
     */
    record Append(String list, long value) implements Operation {
        @Override
        public String toString() {
            return "append " + list + " " + value;
        }
    }

    /**
     * A list as a transaction saw it.
     *
     * @param list the list
     * @param values all its values in their order; empty for a list that is not there
     */
    record Read(String list, List<Long> values) implements Operation {
        /** Copies the values. */
        public Read {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return "read " + list + " " + values;
        }
    }
}
