package fr.aisneneo.example.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is behind gets a whole body or a reason, on a clock that the test moves. */
class BodyCollectorTest {
    private final AtomicLong now = new AtomicLong();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);

    @BeforeEach
    void start() throws Exception {
        BodyCollector collector = new BodyCollector(() -> {
            long time = now.get();
            begun.countDown();
            return time;
        });
        collector.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                String said = request.getAttribute(BodyCollector.ATTRIBUTE) + ":" + Content.Source.asString(request);
                response.write(true, ByteBuffer.wrap(said.getBytes(StandardCharsets.UTF_8)), callback);
                return true;
            }
        });
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(collector);
        server.start();
    }

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        socket.setSoTimeout(60_000);
        send(socket, request);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void pass(Duration time) throws InterruptedException {
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        now.addAndGet(time.toNanos() + 1);
    }

    @Test
    void aBodyThatComesInPiecesArrivesWhole() throws Exception {
        try (Socket socket = send("POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 6\r\n\r\nabc")) {
            pass(BodyCollector.PATIENCE.minusSeconds(1));
            send(socket, "def");

            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("null:abcdef");
        }
    }

    @Test
    void aBodyThatTakesTooLongIsNotWaitedFor() throws Exception {
        try (Socket socket = send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\nabc")) {
            pass(BodyCollector.PATIENCE);
            send(socket, "d");

            assertThat(answer(socket)).contains("Connection: close").endsWith("LATE:");
        }
    }

    @Test
    void aBodyThatIsRefusedIsReadForAMomentOnly() throws Exception {
        try (Socket socket = send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10000000\r\n\r\nabc")) {
            pass(BodyCollector.PATIENCE_FOR_REFUSED);
            send(socket, "d");

            assertThat(answer(socket)).contains("Connection: close").endsWith("TOO_LARGE:");
        }
    }

    @Test
    void aRequestWithoutBodyGoesStraightOn() throws Exception {
        try (Socket socket = send("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").endsWith("null:");
        }
    }
}
