package fr.aisneneo.core.json.internal;

import java.util.Arrays;

/**
 * A list, or a set, whose elements are written in the order of their JSON. Elements are never null.
 *
 * @param element the shape of each
 * @param unordered whether it is a set
 */
record ListShape(Shape element, boolean unordered) implements Shape {

    @Override
    public void check(JsonScanner in) {
        if (in.peek() != '[') {
            throw Misfit.expected("[…]");
        }
        if (!in.open('[', ']')) {
            return;
        }
        int index = 0;
        int previousStart = -1;
        int previousEnd = -1;
        do {
            in.peek();
            int start = in.position();
            try {
                if (in.isNull()) {
                    throw Misfit.required();
                }
                element.check(in);
            } catch (Misfit e) {
                throw e.at(index);
            }
            int end = in.position();
            if (unordered && previousStart >= 0) {
                int order = Arrays.compareUnsigned(in.json, previousStart, previousEnd, in.json, start, end);
                in.canonical &= order < 0;
            }
            previousStart = start;
            previousEnd = end;
            index++;
        } while (in.more(']'));
    }
}
