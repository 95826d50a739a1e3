package fr.aisneneo.core.directory;

import fr.aisneneo.core.party.PartyKind;

/**
 * A party was registered.
 *
 * @param kind what it is
 */
public record PartyRegistered(PartyKind kind) {}
