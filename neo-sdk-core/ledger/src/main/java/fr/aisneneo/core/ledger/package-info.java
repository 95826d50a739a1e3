/** A double-entry ledger. */
package fr.aisneneo.core.ledger;
