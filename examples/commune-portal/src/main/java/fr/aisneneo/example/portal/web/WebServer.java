package fr.aisneneo.example.portal.web;

import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.session.Visits;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.event.HandlerMetaInfo;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP server: bounded in threads, connections, sizes and times, and everything that holds for every request. It
 * runs from its making until {@link #close()}.
 */
public final class WebServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);
    private static final int MOST_THREADS = 64;
    private static final int MOST_CONNECTIONS = 2_000;
    private static final int LARGEST_HEADERS = 8 * 1024;
    private static final int IDLE_MILLIS = 30_000;
    private static final int STOP_MILLIS = 5_000;

    private final Javalin server;
    private final List<String> addresses = new ArrayList<>();

    /**
     * Starts the server.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any free one
     * @param visits who asks
     * @param routes what is answered
     */
    public WebServer(String host, int port, Visits visits, List<Routes> routes) {
        this.server = Javalin.create(config -> {
                    configure(config, visits);
                    List<HandlerMetaInfo> added = new ArrayList<>();
                    config.events.handlerAdded(added::add);
                    routes.forEach(route -> route.addTo(config.routes));
                    for (HandlerMetaInfo route : List.copyOf(added)) {
                        addresses.add(route.getHttpMethod() + " " + route.getPath());
                        if (route.getHttpMethod().equals(HandlerType.GET)) {
                            config.routes.head(route.getPath(), route.getHandler());
                        }
                    }
                })
                .start(host, port);
    }

    private static void configure(JavalinConfig config, Visits visits) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.http.maxRequestSize = RequestGuard.LARGEST_BODY;
        config.http.prefer405over404 = true;
        config.router.ignoreTrailingSlashes = true;
        config.jetty.threadPool = threads();
        config.jetty.modifyHttpConfiguration(WebServer::bound);
        config.jetty.modifyServer(WebServer::bound);
        config.requestLogger.http(WebServer::log);
        config.routes.before(ctx -> {
            SecurityHeaders.add(ctx);
            Visit visit = visits.begin(ctx);
            ctx.header("X-Request-Id", visit.reference());
            RequestGuard.checkArrival(ctx);
        });
        // Only where there is something to do: an address that is not there, or takes another method, says so first.
        config.routes.beforeMatched(ctx -> {
            RequestGuard.checkType(ctx);
            visits.requireGenuine(ctx);
        });
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 4);
        threads.setName("portal");
        return threads;
    }

    private static void bound(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LARGEST_HEADERS);
        http.setIdleTimeout(IDLE_MILLIS);
    }

    private static void bound(Server server) {
        server.setStopTimeout(STOP_MILLIS);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.setErrorHandler(new BadRequestAnswer());
        server.setHandler(new GracefulHandler(new BodyCollector(System::nanoTime)));
    }

    /** The route rather than the address: what people type stays out of the log. */
    private static void log(Context ctx, Float millis) {
        if (LOG.isDebugEnabled()) {
            LOG.debug(
                    "{} {} {} in {} ms, request {}",
                    ctx.method(),
                    ctx.endpoints().lastHttpEndpoint(),
                    ctx.statusCode(),
                    millis,
                    Visit.of(ctx).reference());
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** Every method and address that is answered, such as {@code GET /sites/{site}}; HEAD goes wherever GET does. */
    public List<String> addresses() {
        return List.copyOf(addresses);
    }

    /** Stops to listen, waits a bounded time for running requests, and ends. */
    @Override
    public void close() {
        server.stop();
    }
}
