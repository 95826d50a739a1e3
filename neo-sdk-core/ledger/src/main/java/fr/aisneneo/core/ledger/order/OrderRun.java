package fr.aisneneo.core.ledger.order;

import fr.aisneneo.core.ledger.book.TransferId;

/**
 * A payment of a standing order fell due.
 *
 * @param number which one, from 0
 * @param transfer the transfer that was tried
 * @param status the code of its {@link fr.aisneneo.core.ledger.book.TransferStatus}
 */
public record OrderRun(int number, TransferId transfer, String status) {}
