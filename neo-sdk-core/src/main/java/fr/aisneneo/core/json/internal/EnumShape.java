package fr.aisneneo.core.json.internal;

import java.util.List;

/**
 * The name of an enum constant, as declared; or the one name that tells an alternative of a sealed type.
 *
 * @param names all names
 */
record EnumShape(List<String> names) implements Shape {

    @Override
    public void check(JsonScanner in) {
        if (in.peek() != '"') {
            throw Misfit.expected(form());
        }
        in.string();
        // Providers refuse an unknown constant themselves, but not the name of another alternative.
        if ((in.readsTexts || names.size() == 1) && !names.contains(in.text())) {
            throw Misfit.expected(form());
        }
    }

    String form() {
        return String.join(" | ", names);
    }
}
