package fr.aisneneo.example.portal;

import fr.aisneneo.example.portal.http.Client;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A portal of its own for each test class, in memory or elsewhere, on a free port and a clock that stands still. */
public final class PortalExtension implements BeforeAllCallback, AfterAllCallback {
    private final TestClock clock = new TestClock();
    private final Supplier<String> storage;
    private Portal portal;

    public PortalExtension() {
        this(() -> "memory:");
    }

    public PortalExtension(Supplier<String> storage) {
        this.storage = storage;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        portal = Portal.open(new PortalSettings("127.0.0.1", 0, storage.get(), null), clock);
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
