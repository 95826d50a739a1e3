package fr.aisneneo.core.ledger.book;

import java.util.List;

/**
 * Money from several accounts to several, all or nothing: a bill shared by three, a price split between a producer and
 * the hub. The ledger pairs debits with credits in their order, each pair being one transfer of a chain, so that no
 * account in between is needed: debits of 60 and 40 for credits of 70 and 30 become 60, 10 and 30. Each has a hash of
 * the whole as its number, so that another body under the same id is told from this one.
 *
 * @param id the id of the command: the same again gives the same answers
 * @param debits who pays, 1 to {@value #MAX_LEGS}
 * @param credits who is paid, 1 to {@value #MAX_LEGS}; their sum is that of the debits
 * @param code what for
 */
public record MultiLegTransfer(TransferId id, List<Leg> debits, List<Leg> credits, int code) {
    /** The most legs of a side. */
    public static final int MAX_LEGS = 1_000;

    /** Copies the lists. */
    public MultiLegTransfer {
        debits = List.copyOf(debits);
        credits = List.copyOf(credits);
    }
}
