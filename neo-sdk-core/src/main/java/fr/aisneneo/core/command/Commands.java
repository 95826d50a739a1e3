package fr.aisneneo.core.command;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes a command safe to repeat: after a lost answer, a double click, a retry of the network.
 *
 * <p>What a command did is remembered in its own transaction. Only results are: a refused command may be tried again.
 *
 * <p>It is remembered until the host application {@linkplain #purge purges} it, which it best does at regular times.
 * <b>A command repeated after that is a new one</b>: its body is compared with nothing, and its work is done again,
 * unless that work itself refuses what is there already (as {@code storage.document.exists} does where the id is that
 * of what the command creates). So keep what was done for longer than anything may still be repeated: a form left open,
 * a queue that was down, a device that was away. 90 days are plenty for people, 400 outlast what comes once a year.
 *
 * <p>Thread-safe.
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

    /**
     * Forgets the commands of all tenants that were done before an instant, a bounded number in each of many
     * transactions: it holds nobody up, may run beside everything else, and when it breaks off, what it forgot stays
     * forgotten and the next call goes on. There is no {@link Actor}: this is the host application's own right.
     *
     * @param before an instant between 1970 and a day ago, by the SDK's clock
     * @return how many were forgotten
     * @throws InvalidInputException {@code input.out_of_range} for another instant
     * @throws IllegalStateException if a transaction is open on this thread
     */
    long purge(Instant before);
}
