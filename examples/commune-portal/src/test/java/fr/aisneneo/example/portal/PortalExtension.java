package fr.aisneneo.example.portal;

import fr.aisneneo.example.portal.http.Client;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A portal of its own for each test class, in memory, on a free port and a clock that stands still. */
public final class PortalExtension implements BeforeAllCallback, AfterAllCallback {
    private final TestClock clock = new TestClock();
    private Portal portal;

    @Override
    public void beforeAll(ExtensionContext context) {
        portal = Portal.open(new PortalSettings("127.0.0.1", 0, "memory:", null), clock);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        portal.close();
    }

    public URI address() {
        return portal.address();
    }

    public TestClock clock() {
        return clock;
    }

    /** Every method and address of the API, such as {@code GET /api/sites}. */
    public List<String> apiRoutes() {
        return portal.addresses().stream()
                .filter(address -> address.contains(" /api/"))
                .toList();
    }

    /** Somebody who has not signed in. */
    public Client visitor() {
        return new Client(address());
    }

    /** Somebody who has. */
    public Client signedIn(String account) {
        return Client.signedIn(address(), account);
    }
}
