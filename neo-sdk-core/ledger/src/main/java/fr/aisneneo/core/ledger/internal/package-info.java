/** What the parts of the ledger share. */
package fr.aisneneo.core.ledger.internal;
