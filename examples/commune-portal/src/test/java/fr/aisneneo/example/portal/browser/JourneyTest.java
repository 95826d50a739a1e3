package fr.aisneneo.example.portal.browser;

import fr.aisneneo.example.portal.PortalExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** On the engine in memory. */
@Tag("browser")
class JourneyTest extends Journeys {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    JourneyTest() {
        super(PORTAL);
    }
}
