package fr.aisneneo.core.actor;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.party.PartyId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may do what. Asked before every command and query, inside the same transaction; one that does not
 * {@linkplain #looksIntoStore() look into the store} may be asked before it as well, always on the caller's thread.
 *
 * <p>An implementation is quick, free of side effects and thread-safe. What it does not grant is denied; one that
 * throws denies.
 */
@FunctionalInterface
public interface Policy {

    /**
     * Whether an actor may do something in its tenant.
     *
     * @param actor who
     * @param permission what
     * @param owner whose thing it is, if it is somebody's
     * @return true if granted
     */
    boolean grants(Actor actor, Permission permission, @Nullable PartyId owner);

    /**
     * Whether an answer depends on what is in the store, so that only one that is asked for inside a transaction holds
     * for it. A policy that says no lets commands of several callers share a transaction, which is quicker.
     *
     * @return true, unless an implementation says otherwise
     */
    default boolean looksIntoStore() {
        return true;
    }

    /**
     * Passes if granted.
     *
     * @param actor who
     * @param permission what
     * @throws ForbiddenException {@code actor.forbidden} if it is not granted
     */
    default void require(Actor actor, Permission permission) {
        require(actor, permission, null);
    }

    /**
     * Passes if granted for a thing of somebody's.
     *
     * @param actor who
     * @param permission what
     * @param owner whose thing it is
     * @throws ForbiddenException {@code actor.forbidden} if it is not granted
     */
    default void require(Actor actor, Permission permission, @Nullable PartyId owner) {
        if (!grants(actor, permission, owner)) {
            throw new ForbiddenException(CoreError.ACTOR_FORBIDDEN, Map.of("permission", permission.name()));
        }
    }

    /**
     * The default: grants what the {@link Permission} itself names for the actor's roles, and nothing else.
     *
     * @return the policy
     */
    static Policy standard() {
        return new Policy() {
            @Override
            public boolean grants(Actor actor, Permission permission, @Nullable PartyId owner) {
                boolean byRole = actor.roles().stream().anyMatch(permission.roles()::contains);
                boolean own = actor.party().equals(owner);
                return byRole || (own && actor.roles().stream().anyMatch(permission.ownerRoles()::contains));
            }

            @Override
            public boolean looksIntoStore() {
                return false;
            }
        };
    }
}
