/**
 * The territory: communes by INSEE code, the sites of each tenant, and the import of the official geographic code.
 *
 * <p>Communes are reference data that every tenant reads and only an actor of the tenant {@code shared} changes. Sites
 * belong to a tenant. Start with {@link fr.aisneneo.core.territory.Territory#of}.
 */
package fr.aisneneo.core.territory;
