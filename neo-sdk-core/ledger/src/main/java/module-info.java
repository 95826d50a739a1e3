/** A double-entry ledger for local currencies, deposits and escrow, in the same transaction as what is paid for. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.ledger {
    requires transitive fr.aisneneo.core;

    exports fr.aisneneo.core.ledger;
    exports fr.aisneneo.core.ledger.book;
    exports fr.aisneneo.core.ledger.local;
    exports fr.aisneneo.core.ledger.order;
    exports fr.aisneneo.core.ledger.proof;
}
