/**
 * A local currency as a product on the ledger: issued against a reserve in euros and redeemed for them, with fees,
 * demurrage, credit that grows by rule, payment requests, codes to scan, vouchers for the pocket, and a meter for the
 * legal threshold. Once it is backed, no account of it makes money but the one that it is issued from.
 */
package fr.aisneneo.core.ledger.local;
