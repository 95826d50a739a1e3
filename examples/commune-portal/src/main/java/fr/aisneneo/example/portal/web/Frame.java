package fr.aisneneo.example.portal.web;

import org.jspecify.annotations.Nullable;

/**
 * What stands around every page.
 *
 * @param title what the page is about, for the title bar
 * @param section the entry of the main menu that the page belongs to
 * @param person the name of who is signed in, if somebody is
 * @param operator whether that is an operator
 * @param csrfToken what forms carry; empty where nobody is signed in
 * @param style where the style sheet is
 * @param script where the script is
 * @param icon where the icon is
 */
public record Frame(
        String title,
        Section section,
        @Nullable String person,
        boolean operator,
        String csrfToken,
        String style,
        String script,
        String icon) {

    /** An entry of the main menu. */
    public enum Section {
        /** Sites and their spaces. */
        SPACES,
        /** One's own reservations. */
        RESERVATIONS,
        /** One's account in the local currency. */
        ACCOUNT,
        /** The operator's day. */
        OPERATION,
        /** Everything else. */
        NONE
    }
}
