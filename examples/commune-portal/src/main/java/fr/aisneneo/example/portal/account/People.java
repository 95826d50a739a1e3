package fr.aisneneo.example.portal.account;

import fr.aisneneo.core.party.PartyId;

/** Knows what people are called. Asked for operators only. */
@FunctionalInterface
public interface People {

    /**
     * The name of somebody.
     *
     * @param party who
     * @return the name, or words for somebody who is not known
     */
    String name(PartyId party);
}
