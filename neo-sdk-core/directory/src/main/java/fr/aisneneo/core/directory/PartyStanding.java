package fr.aisneneo.core.directory;

/** What a tenant's directory says of a pseudonym. */
public enum PartyStanding {
    /** A party of the tenant. */
    REGISTERED,
    /** A party whose personal data was erased. */
    ERASED,
    /** No party, in a directory that has others. */
    UNKNOWN,
    /** The tenant has no directory: it registered nobody, so that nobody is unknown. */
    NO_DIRECTORY
}
