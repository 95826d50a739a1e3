package fr.aisneneo.example.portal.web;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.example.portal.error.PortalError;
import io.javalin.http.Context;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** JSON in and out, through the SDK's codec. Thread-safe. */
public final class Json {
    private static final int LONGEST_NAMED = 40;

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
     * @param type what it has to be: a record of plain members
     * @throws fr.aisneneo.core.error.InvalidInputException {@code json.malformed} if it is something else,
     *     {@code portal.member.unknown} if it has a member that the type has not: passed over, a typing error would
     *     become another request
     */
    public <T extends Record> T body(Context ctx, Class<T> type) {
        byte[] sent = ctx.bodyAsBytes();
        T body = codec.decode(sent, type);
        List<String> known = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (Object member : codec.decode(sent, Map.class).keySet()) {
            String name = member.toString();
            if (!known.contains(name)) {
                throw new InvalidInputException(
                        PortalError.MEMBER_UNKNOWN,
                        name.substring(0, Math.min(name.length(), LONGEST_NAMED)),
                        Map.of("expected", String.join(", ", known)));
            }
        }
        return body;
    }
}
