package fr.aisneneo.core.directory;

import fr.aisneneo.core.party.PartyKind;

/**
 * The personal data of a party was erased. Its pseudonym and profiles stay.
 *
 * @param kind what it is
 */
public record PartyErased(PartyKind kind) {}
