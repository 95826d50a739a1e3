package fr.aisneneo.core.ledger.internal.rules;

import java.util.UUID;

/**
 * The tie between the account that a local currency is issued from and the account of its reserve: what is in
 * circulation times the rate never exceeds what is in reserve.
 *
 * @param issue the account that the local currency is issued from
 * @param reserve the account of what backs it
 * @param units so many minor units of the local currency
 * @param worth are worth so many of the reserve's
 */
public record Backing(UUID issue, UUID reserve, long units, long worth) {}
