package fr.aisneneo.core.storage;

import java.util.regex.Pattern;

/** The form of the names of collections, indexes and parts: what a column of any database may be called. */
final class Names {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private Names() {}

    static String check(String name) {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is not of the form " + FORM);
        }
        return name;
    }
}
