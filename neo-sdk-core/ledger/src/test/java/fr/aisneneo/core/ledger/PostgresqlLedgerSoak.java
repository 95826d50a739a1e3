package fr.aisneneo.core.ledger;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;

class PostgresqlLedgerSoak extends LedgerSoak {
    private final SoakServers servers = new SoakServers();

    @AfterEach
    void stop() throws IOException {
        servers.close();
    }

    @Override
    String newStore(int number) throws IOException {
        return servers.next();
    }

    @Override
    String otherStore(int number) {
        return "rocksdb:" + directory.resolve("store" + number);
    }
}
