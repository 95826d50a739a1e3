package fr.aisneneo.core.receipts;

import fr.aisneneo.core.Neo;

/** The same where positions are given after the commit. */
class PendingReceiptsTest extends ReceiptsTest {
    @Override
    Town open() {
        return new Town(Neo.builder()
                .plugin(new SideBySidePlugin())
                .storage("side-by-side:")
                .open());
    }
}
