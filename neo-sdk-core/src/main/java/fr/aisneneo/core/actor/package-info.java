/** Who acts, in which roles, and what a {@link fr.aisneneo.core.actor.Policy} lets them do: nothing, unless granted. */
package fr.aisneneo.core.actor;
