package fr.aisneneo.example.portal.browser;

import fr.aisneneo.example.portal.PortalExtension;
import fr.aisneneo.example.portal.PostgresqlServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On a real PostgreSQL, chosen by the one setting that an operator would change. */
@Tag("browser")
class PostgresqlJourneyTest extends Journeys {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension(PostgresqlServer::uri);

    PostgresqlJourneyTest() {
        super(PORTAL);
    }
}
