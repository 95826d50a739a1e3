/**
 * Sharing between tenants: nothing is seen across tenants unless its owner shared it, thing by thing, and only until it
 * takes that back.
 */
package fr.aisneneo.core.sharing;
