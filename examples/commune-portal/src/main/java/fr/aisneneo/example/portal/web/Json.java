package fr.aisneneo.example.portal.web;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import io.javalin.http.Context;

/** JSON in and out, through the SDK's codec. Thread-safe. */
public final class Json {
    private final Codec codec;

    /**
     * JSON by a codec.
     *
     * @param codec the SDK's
     */
    public Json(Codec codec) {
        this.codec = codec;
    }

    /**
     * Answers with a value.
     *
     * @param ctx the request
     * @param status the HTTP status
     * @param value a record or a list of records
     */
    public void answer(Context ctx, int status, Object value) {
        ctx.status(status).contentType("application/json").result(write(value));
    }

    void answer(Context ctx, Problem problem) {
        ctx.status(problem.status()).contentType(Problem.MEDIA_TYPE).result(write(problem));
    }

    private byte[] write(Object value) {
        try {
            return codec.encode(value);
        } catch (InvalidInputException e) {
            throw new IllegalStateException("An answer of ours has no JSON form", e);
        }
    }

    /**
     * Reads the body.
     *
     * @param ctx the request
     * @param type what it has to be
     * @throws fr.aisneneo.core.error.InvalidInputException {@code json.malformed} if it is something else
     */
    public <T> T body(Context ctx, Class<T> type) {
        return codec.decode(ctx.bodyAsBytes(), type);
    }
}
