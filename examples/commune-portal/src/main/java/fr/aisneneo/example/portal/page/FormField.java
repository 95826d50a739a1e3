package fr.aisneneo.example.portal.page;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name its name in the form, which is also its id on the page
 * @param label what it is called
 * @param value what stands in it, as it was typed
 * @param error why that cannot be, if it cannot
 */
public record FormField(
        String name, String label, String value, @Nullable String error) {

    /** The id of the message beside the field, if there is one. */
    public @Nullable String errorId() {
        return error == null ? null : name + "-erreur";
    }

    /** What the field is described by: its message, if any, and its hint. */
    public String describedBy(String hint) {
        return error == null ? hint : name + "-erreur " + hint;
    }
}
