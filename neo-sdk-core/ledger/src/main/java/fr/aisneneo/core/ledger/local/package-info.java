/**
 * A local currency as a product on the ledger: issued against a reserve in euros and redeemed for them, with fees,
 * demurrage, credit that grows by rule, payment requests, codes to scan, vouchers for the pocket, and a meter for the
 * legal threshold.
 */
package fr.aisneneo.core.ledger.local;
