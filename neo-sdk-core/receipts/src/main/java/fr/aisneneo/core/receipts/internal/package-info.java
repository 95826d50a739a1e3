/** How the tree is kept and computed. */
package fr.aisneneo.core.receipts.internal;
