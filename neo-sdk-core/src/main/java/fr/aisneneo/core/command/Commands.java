package fr.aisneneo.core.command;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes a command safe to repeat: after a lost answer, a double click, a retry of the network.
 *
 * <p>What a command did is remembered in its own transaction. Only results are: a refused command may be tried again.
 * Thread-safe.
 */
public interface Commands {

    /**
     * Does something once.
     *
     * @param actor who; its tenant's commands are looked at only
     * @param name the command, such as {@code booking.reserve}
     * @param id the id of the command or of what it creates, chosen by the caller
     * @param body everything that makes the command what it is: a record
     * @param resultType the type of the result: a record, without personal data
     * @param work what to do the first time, in the same transaction
     * @param <R> the result
     * @return the result of the first time
     * @throws ConflictException {@code command.repeated_differently} if the id was used with another body; it names the
     *     fields that differ ({@code actor} if somebody else used it) and no values
     */
    <R> R once(Actor actor, String name, UUID id, Object body, Class<R> resultType, Supplier<R> work);
}
