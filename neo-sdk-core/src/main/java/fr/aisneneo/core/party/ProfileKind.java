package fr.aisneneo.core.party;

import java.util.Set;

/** What a party is to the territory; tariffs and quotas look at it. */
public enum ProfileKind {
    /** Lives in the territory. */
    RESIDENT,
    /** Lives elsewhere. */
    NON_RESIDENT,
    /** An association (in France of the law of 1 July 1901). */
    ASSOCIATION,
    /** A young company that the territory supports as such. */
    STARTUP,
    /** Somebody who works on their own account. */
    INDEPENDENT,
    /** Any other company. */
    COMPANY,
    /** A commune, a school, a hospital: a body under public law. */
    PUBLIC_BODY;

    /**
     * The kinds that a party cannot have on the same day as this one: somebody lives in the territory or elsewhere; an
     * organisation is an association, a company or a public body.
     *
     * @return the kinds, this one itself included
     */
    public Set<ProfileKind> excluded() {
        return switch (this) {
            case RESIDENT, NON_RESIDENT -> Set.of(RESIDENT, NON_RESIDENT);
            case ASSOCIATION, COMPANY, PUBLIC_BODY -> Set.of(ASSOCIATION, COMPANY, PUBLIC_BODY);
            case STARTUP -> Set.of(STARTUP, ASSOCIATION, PUBLIC_BODY);
            case INDEPENDENT -> Set.of(INDEPENDENT);
        };
    }
}
