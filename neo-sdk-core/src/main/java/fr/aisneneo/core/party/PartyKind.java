package fr.aisneneo.core.party;

/** What a party is. */
public enum PartyKind {
    /** A human being. */
    PERSON,
    /** An association, a company, a public body. */
    ORGANISATION
}
