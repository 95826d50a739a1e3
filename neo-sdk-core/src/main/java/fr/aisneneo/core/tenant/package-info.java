/** Tenants: whose data a document is. */
package fr.aisneneo.core.tenant;
