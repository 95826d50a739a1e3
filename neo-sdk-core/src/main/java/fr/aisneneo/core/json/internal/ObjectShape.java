package fr.aisneneo.core.json.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The members of a record. Members it does not know are passed over, so that an older version reads a newer one's. */
final class ObjectShape implements Shape {
    private Field[] fields = {};

    /** One member of the record. */
    static final class Field {
        final String name;
        final Shape shape;
        final boolean nullable;
        private final byte[] utf8;

        Field(String name, Shape shape, boolean nullable) {
            this.name = name;
            this.shape = shape;
            this.nullable = nullable;
            this.utf8 = name.getBytes(StandardCharsets.UTF_8);
        }

        boolean isNamedBy(JsonScanner in) {
            return Arrays.equals(in.json, in.tokenStart, in.tokenEnd, utf8, 0, utf8.length);
        }
    }

    /** Sets the members; apart from the constructor because a record may hold records of its own type. */
    void members(List<Field> members) {
        fields = members.stream()
                .sorted(Comparator.comparing(field -> field.name))
                .toArray(Field[]::new);
    }

    @Override
    public void check(JsonScanner in) {
        if (in.peek() != '{') {
            throw Misfit.expected("{…}");
        }
        boolean[] seen = new boolean[fields.length];
        @Nullable Set<String> unknown = null;
        int following = 0;
        if (in.open('{', '}')) {
            do {
                in.name();
                int index = find(in, following);
                if (index < 0) {
                    unknown = unknown == null ? new HashSet<>() : unknown;
                    passUnknown(in, unknown);
                    continue;
                }
                in.canonical &= index >= following;
                following = index + 1;
                passKnown(in, fields[index], seen[index]);
                seen[index] = true;
            } while (in.more('}'));
        }
        for (int i = 0; i < fields.length; i++) {
            if (!seen[i] && !fields[i].nullable) {
                throw Misfit.required().in(fields[i].name);
            }
        }
    }

    /** Finds the member named last; members usually come in order, so the next one is tried first. */
    private int find(JsonScanner in, int following) {
        if (in.tokenEscaped) {
            String name = in.text();
            for (int i = 0; i < fields.length; i++) {
                if (fields[i].name.equals(name)) {
                    return i;
                }
            }
            return -1;
        }
        for (int i = following; i < fields.length; i++) {
            if (fields[i].isNamedBy(in)) {
                return i;
            }
        }
        for (int i = 0; i < following; i++) {
            if (fields[i].isNamedBy(in)) {
                return i;
            }
        }
        return -1;
    }

    private static void passUnknown(JsonScanner in, Set<String> unknown) {
        if (!unknown.add(in.text())) {
            throw Misfit.duplicate();
        }
        in.canonical = false;
        AnyValue.pass(in);
    }

    private static void passKnown(JsonScanner in, Field field, boolean again) {
        try {
            if (again) {
                throw Misfit.duplicate();
            }
            if (!in.isNull()) {
                field.shape.check(in);
            } else if (field.nullable) {
                in.canonical = false;
                in.nullValue();
            } else {
                throw Misfit.required();
            }
        } catch (Misfit e) {
            throw e.in(field.name);
        }
    }

    @Override
    public Shape member(String name) {
        for (Field field : fields) {
            if (field.name.equals(name)) {
                return field.shape;
            }
        }
        return ANY;
    }
}
