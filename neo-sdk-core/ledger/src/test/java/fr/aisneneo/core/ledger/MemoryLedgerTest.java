package fr.aisneneo.core.ledger;

class MemoryLedgerTest extends LedgerContract {
    @Override
    Town open() {
        return new Town();
    }
}
