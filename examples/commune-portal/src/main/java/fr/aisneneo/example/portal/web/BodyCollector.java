package fr.aisneneo.example.portal.web;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Lets a request go on only when its body is there. Nobody waits for a slow client but its own connection: reading
 * holds a thread for the moment in which bytes arrive, so that any number of slow clients leaves the threads to the
 * others. What is behind finds the body in memory, or the attribute {@link #ATTRIBUTE} that says why it is not.
 * Thread-safe.
 */
final class BodyCollector extends Handler.Wrapper {
    /** The attribute of a request whose body was not taken: an {@link Outcome}. */
    static final String ATTRIBUTE = BodyCollector.class.getName();

    /** How long a body may take from its first to its last byte; the longest form has a few hundred bytes. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** How long a body that is refused is still read, so that its client is ready to read the refusal. */
    static final Duration PATIENCE_FOR_REFUSED = Duration.ofSeconds(2);

    /** How many bytes of a body that is refused are still read. */
    private static final int MOST_DISCARDED = 16 * 1024 * 1024;

    /** Why a body is not there. */
    enum Outcome {
        /** It has more than {@link RequestGuard#LARGEST_BODY} bytes. */
        TOO_LARGE,
        /** It took longer than {@link #PATIENCE}, or the client paused for too long. */
        LATE
    }

    private final LongSupplier nanos;

    /** Collects by a clock that only goes forward, such as {@link System#nanoTime()}. */
    BodyCollector(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() > RequestGuard.LARGEST_BODY
                && request.getHeaders().contains(HttpHeader.EXPECT)) {
            // The client asks before it sends.
            request.setAttribute(ATTRIBUTE, Outcome.TOO_LARGE);
            return super.handle(request, response, callback);
        }
        new Collection(request, response, callback).run();
        return true;
    }

    private void proceed(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    /** The reading of one body. The server runs it whenever there is more, never twice at a time. */
    private final class Collection implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final long began = nanos.getAsLong();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream(0);
        private long size;

        Collection(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk, true)) {
                    Response.writeError(request, response, callback, chunk.getFailure());
                    return;
                }
                boolean paused = Content.Chunk.isFailure(chunk);
                if (!paused) {
                    keep(chunk.getByteBuffer());
                    chunk.release();
                }
                if (chunk.isLast() || paused || enough()) {
                    end(chunk.isLast());
                    return;
                }
            }
        }

        private void keep(ByteBuffer bytes) {
            size += bytes.remaining();
            if (tooLarge()) {
                body.reset();
                return;
            }
            byte[] copy = new byte[bytes.remaining()];
            bytes.get(copy);
            body.writeBytes(copy);
        }

        private boolean tooLarge() {
            return Math.max(size, request.getLength()) > RequestGuard.LARGEST_BODY;
        }

        private boolean enough() {
            Duration patience = tooLarge() ? PATIENCE_FOR_REFUSED : PATIENCE;
            return size > MOST_DISCARDED || nanos.getAsLong() - began > patience.toNanos();
        }

        private void end(boolean whole) {
            if (tooLarge()) {
                request.setAttribute(ATTRIBUTE, Outcome.TOO_LARGE);
            } else if (!whole) {
                request.setAttribute(ATTRIBUTE, Outcome.LATE);
            }
            if (!whole) {
                response.getHeaders().put(HttpHeader.CONNECTION, "close");
            }
            proceed(
                    new Collected(request, whole && !tooLarge() ? body.toByteArray() : new byte[0]),
                    response,
                    callback);
        }
    }

    /** A request whose body is in memory. */
    private static final class Collected extends Request.Wrapper {
        private final byte[] body;
        private boolean read;

        Collected(Request request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public Content.Chunk read() {
            if (read || body.length == 0) {
                return Content.Chunk.EOF;
            }
            read = true;
            return Content.Chunk.from(ByteBuffer.wrap(body), true);
        }

        @Override
        public void demand(Runnable available) {
            getContext().execute(available);
        }
    }
}
