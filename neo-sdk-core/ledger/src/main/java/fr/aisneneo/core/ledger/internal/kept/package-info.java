/** How the ledger is kept: packed documents, small, since there are many. */
package fr.aisneneo.core.ledger.internal.kept;
