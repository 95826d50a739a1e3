package fr.aisneneo.example.portal.error;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import io.javalin.http.HttpResponseException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refusal or a breakdown as HTTP says it.
 *
 * @param status the HTTP status
 * @param code the stable code and its texts
 * @param facts what the texts are filled with
 * @param field the field that is wrong, as the SDK calls it, if it is about one
 */
public record Failure(
        int status,
        ErrorCode code,
        Map<String, Object> facts,
        @Nullable String field) {
    private static final Set<ErrorCode> WORTH_ANOTHER_TRY = Set.of(
            CoreError.STORAGE_BUSY,
            CoreError.STORAGE_CONFLICT,
            CoreError.STORAGE_CLOSED,
            CoreError.STORAGE_OUTCOME_UNKNOWN);

    /** Copies the facts. */
    public Failure {
        facts = Map.copyOf(facts);
    }

    /**
     * What an exception means to the one who asked.
     *
     * @param exception what stopped the request
     * @param request the reference of the request, shown where only the log can tell more
     */
    public static Failure of(Exception exception, String request) {
        if (exception instanceof NeoException refusal && !brokeOnOurSide(refusal)) {
            String field = refusal instanceof InvalidInputException invalid ? invalid.field() : null;
            return new Failure(status(refusal), refusal.errorCode(), refusal.facts(), field);
        }
        if (exception instanceof HttpResponseException http && http.getStatus() < 500) {
            return of(http);
        }
        return new Failure(PortalError.INTERNAL.status(), PortalError.INTERNAL, Map.of("request", request), null);
    }

    /** Whether the log is needed to understand it. */
    public boolean ourFault() {
        return code == PortalError.INTERNAL;
    }

    /** Whether the same request may well succeed in a moment. */
    public boolean temporary() {
        return status == 503;
    }

    /** The message for a person. */
    public String message(Locale language) {
        return code.text(language, facts);
    }

    private static int status(NeoException refusal) {
        if (refusal.errorCode() instanceof PortalError ours) {
            return ours.status();
        }
        if (refusal instanceof InvalidInputException) {
            return 400;
        }
        if (refusal instanceof ForbiddenException) {
            return 403;
        }
        if (refusal instanceof NotFoundException) {
            return 404;
        }
        if (refusal instanceof ConflictException) {
            return 409;
        }
        if (refusal instanceof RefusedException) {
            return 422;
        }
        return 503;
    }

    private static boolean brokeOnOurSide(NeoException refusal) {
        return refusal instanceof PluginException
                || (refusal instanceof StorageException && !WORTH_ANOTHER_TRY.contains(refusal.errorCode()));
    }

    /** What Javalin itself refuses. */
    private static Failure of(HttpResponseException http) {
        PortalError code = switch (http.getStatus()) {
            case 404 -> PortalError.PAGE_UNKNOWN;
            case 405 -> PortalError.METHOD;
            case 408 -> PortalError.TIMEOUT;
            default -> PortalError.BAD_REQUEST;
        };
        return new Failure(http.getStatus(), code, Map.of(), null);
    }
}
