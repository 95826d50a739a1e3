package fr.aisneneo.core.json.internal;

import java.util.HashSet;
import java.util.Set;

/** Passes any value: what a newer version wrote and this one does not know. */
final class AnyValue {
    private AnyValue() {}

    static void pass(JsonScanner in) {
        switch (in.peek()) {
            case '{' -> object(in);
            case '[' -> {
                if (in.open('[', ']')) {
                    do {
                        pass(in);
                    } while (in.more(']'));
                }
            }
            case '"' -> in.string();
            case 't', 'f' -> in.bool();
            case 'n' -> in.nullValue();
            default -> in.number();
        }
    }

    private static void object(JsonScanner in) {
        Set<String> names = new HashSet<>();
        if (in.open('{', '}')) {
            do {
                in.name();
                if (!names.add(in.text())) {
                    throw Misfit.duplicate();
                }
                pass(in);
            } while (in.more('}'));
        }
    }
}
