package fr.aisneneo.core.storage;

/** Whose documents a collection holds. */
public enum Scope {
    /** Each tenant's own; nobody sees another's. The rule. */
    TENANT,
    /**
     * One set that every tenant reads, such as the communes of the country. Declared so by its domain, never by
     * accident.
     */
    SHARED
}
