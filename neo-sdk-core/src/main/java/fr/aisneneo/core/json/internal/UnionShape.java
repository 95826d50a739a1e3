package fr.aisneneo.core.json.internal;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The alternatives of a sealed type, told apart by one member that holds the name of the alternative.
 *
 * @param key the name of that member
 * @param alternatives the shape of each alternative by its name
 */
record UnionShape(String key, Map<String, Shape> alternatives) implements Shape {

    @Override
    public void check(JsonScanner in) {
        if (in.peek() != '{') {
            throw Misfit.expected("{…}");
        }
        resolve(in).check(in);
    }

    @Override
    public Shape resolve(JsonScanner in) {
        @Nullable String name = in.memberAhead(key);
        if (name == null) {
            throw Misfit.required().in(key);
        }
        Shape chosen = alternatives.get(name);
        if (chosen == null) {
            throw Misfit.expected(String.join(" | ", new TreeSet<>(alternatives.keySet())))
                    .in(key);
        }
        return chosen;
    }
}
