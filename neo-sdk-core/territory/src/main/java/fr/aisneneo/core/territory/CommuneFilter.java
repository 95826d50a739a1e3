package fr.aisneneo.core.territory;

import fr.aisneneo.core.party.Siren;

/**
 * Which communes to list. Those that have ended are in no list.
 *
 * <p>Immutable and thread-safe.
 */
public sealed interface CommuneFilter {

    /** All that are known. */
    record All() implements CommuneFilter {}

    /**
     * Those of a department.
     *
     * @param code such as {@code 02}, {@code 2A} or {@code 974}; one that is unknown has no communes
     */
    record InDepartment(String code) implements CommuneFilter {}

    /**
     * The members of a group of communes.
     *
     * @param siren its number; one that is unknown has no communes
     */
    record InEpci(Siren siren) implements CommuneFilter {}
}
