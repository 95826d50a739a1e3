package fr.aisneneo.core.sealing;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Transaction;

/**
 * What a domain does when a person is erased, beside what {@link Sealing} does to its sealed collections: take away
 * references, write an event. Thread-safe.
 */
@FunctionalInterface
public interface ErasureStep {

    /**
     * Does its part in the transaction of the erasure. Called again for a person that is erased again, as after an old
     * backup was restored: then it changes nothing if nothing is left to do.
     *
     * @param transaction the transaction
     * @param actor who erases, in the tenant of the person
     * @param owner the person
     */
    void erase(Transaction transaction, Actor actor, PartyId owner);
}
