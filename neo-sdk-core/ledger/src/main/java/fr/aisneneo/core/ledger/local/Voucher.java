package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.money.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * A voucher: money in the pocket, on paper or a phone without a network.
 *
 * @param id which one
 * @param fund the account where its money waits
 * @param amount how much
 * @param expires when it is no longer taken, in whole seconds
 */
public record Voucher(UUID id, AccountId fund, Money amount, Instant expires) {}
