package fr.aisneneo.core.directory;

import fr.aisneneo.core.party.ProfileKind;
import fr.aisneneo.core.time.Validity;

/**
 * A profile was added, ended or taken away. The evidence is left out: it may lead to the person.
 *
 * @param kind what the party is
 * @param validity from when to when, as it is after the change, or was before it was taken away
 */
public record ProfileChanged(ProfileKind kind, Validity validity) {}
