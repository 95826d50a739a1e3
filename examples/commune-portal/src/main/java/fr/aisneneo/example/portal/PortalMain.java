package fr.aisneneo.example.portal;

import fr.aisneneo.core.error.NeoException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the portal until it is told to stop: {@code ./mvnw -q -Pportal}, then http://localhost:8080.
 *
 * <p>Settings are system properties, or environment variables: {@code neo.portal.port} or {@code NEO_PORTAL_PORT} and
 * so on; see {@link PortalSettings} and the README of this example.
 */
public final class PortalMain {
    private static final int WRONG_SETTING = 2;

    private PortalMain() {}

    /**
     * Starts the portal and waits.
     *
     * @param args none
     */
    public static void main(String[] args) throws InterruptedException {
        Portal portal;
        try {
            PortalSettings settings = PortalSettings.read(System.getProperties(), System.getenv());
            portal = Portal.open(settings, InstantSource.system());
        } catch (IllegalArgumentException e) {
            stop(String.valueOf(e.getMessage()));
            return;
        } catch (NeoException e) {
            stop(e.message(Locale.FRENCH));
            return;
        }
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            portal.close();
                            stopped.countDown();
                        },
                        "portal-stop"));
        // Programs and people that wait for the portal read this line; nothing else goes to the standard output.
        say(FileDescriptor.out, "Le portail est prêt : " + portal.address());
        stopped.await();
    }

    private static void stop(String reason) {
        say(FileDescriptor.err, "Le portail n’a pas démarré. " + reason);
        System.exit(WRONG_SETTING);
    }

    /** French needs more than the ASCII that a service's environment often asks for. */
    private static void say(FileDescriptor where, String text) {
        new PrintStream(new FileOutputStream(where), true, StandardCharsets.UTF_8).println(text);
    }
}
