package fr.aisneneo.core.json.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An object with names that are data. Its values are never null. A refusal does not repeat the name.
 *
 * @param value the shape of each value
 * @param names the only names, or an empty list for any
 */
record MapShape(Shape value, List<String> names) implements Shape {

    @Override
    public void check(JsonScanner in) {
        if (in.peek() != '{') {
            throw Misfit.expected("{…}");
        }
        if (!in.open('{', '}')) {
            return;
        }
        Set<String> seen = new HashSet<>();
        String previous = "";
        do {
            in.name();
            String name = in.text();
            if (!seen.add(name)) {
                throw Misfit.duplicate();
            }
            in.canonical &= previous.compareTo(name) <= 0;
            previous = name;
            try {
                if (!names.isEmpty() && !names.contains(name)) {
                    throw Misfit.expected(String.join(" | ", names));
                }
                if (in.isNull()) {
                    throw Misfit.required();
                }
                value.check(in);
            } catch (Misfit e) {
                throw e.in("*");
            }
        } while (in.more('}'));
    }

    @Override
    public Shape member(String name) {
        return value;
    }
}
