package fr.aisneneo.example.portal.web;

import org.jspecify.annotations.Nullable;

/** Where a browser may be sent that brings the address along itself. */
public final class Redirects {
    private static final int LONGEST = 500;

    private Redirects() {}

    /**
     * An address of this portal, whatever was asked for: a path, never another site.
     *
     * @param wanted the address that the browser brought, if any
     * @return that address if it is one of ours, otherwise the first page
     */
    public static String own(@Nullable String wanted) {
        if (wanted == null) {
            return "/";
        }
        boolean ours = wanted.length() <= LONGEST
                && wanted.startsWith("/")
                && !wanted.startsWith("//")
                && wanted.chars().allMatch(c -> c > ' ' && c < 127 && c != '\\');
        return ours ? wanted : "/";
    }
}
