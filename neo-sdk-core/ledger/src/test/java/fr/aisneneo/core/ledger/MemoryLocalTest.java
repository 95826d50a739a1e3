package fr.aisneneo.core.ledger;

class MemoryLocalTest extends LocalContract {
    @Override
    Town open() {
        return new Town();
    }
}
