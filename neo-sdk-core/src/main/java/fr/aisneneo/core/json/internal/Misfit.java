package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;

/**
 * JSON that is not as it must be; collects the path of the field on its way out. It never holds a value or a key that
 * the caller chose.
 */
public final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, ?> facts;
    private String path = "";

    Misfit(ErrorCode code, Map<String, ?> facts) {
        super(code.code(), null, false, false); // no stack trace: it is caught in this package
        this.code = code;
        this.facts = facts;
    }

    /**
     * A value of another form.
     *
     * @param form the form that was expected
     * @return the misfit
     */
    public static Misfit expected(String form) {
        return new Misfit(CoreError.INPUT_MALFORMED, Map.of("expected", form));
    }

    static Misfit expected(Words form) {
        return new Misfit(CoreError.INPUT_MALFORMED, Map.of("expected", form));
    }

    static Misfit malformed(int offset) {
        return new Misfit(CoreError.JSON_MALFORMED, Map.of("offset", offset));
    }

    static Misfit unstorable() {
        return new Misfit(CoreError.INPUT_UNSTORABLE_TEXT, Map.of());
    }

    static Misfit duplicate() {
        return new Misfit(CoreError.JSON_DUPLICATE, Map.of());
    }

    static Misfit required() {
        return new Misfit(CoreError.INPUT_REQUIRED, Map.of());
    }

    static Misfit outOfRange(Object min, Object max) {
        return new Misfit(CoreError.INPUT_OUT_OF_RANGE, Map.of("min", min, "max", max));
    }

    /**
     * JSON over its bound.
     *
     * @return the misfit
     */
    public static Misfit tooManyBytes() {
        return tooLarge(Words.bytes(JsonLimits.BYTES));
    }

    static Misfit tooDeep() {
        return tooLarge(Words.levels(JsonLimits.DEPTH));
    }

    static Misfit tooLarge(Object limit) {
        return new Misfit(CoreError.INPUT_TOO_LARGE, Map.of("limit", limit));
    }

    Misfit in(String property) {
        path = path.isEmpty() ? property : path.startsWith("[") ? property + path : property + "." + path;
        return this;
    }

    Misfit at(int index) {
        String element = "[" + index + "]";
        path = path.isEmpty() || path.startsWith("[") ? element + path : element + "." + path;
        return this;
    }

    /**
     * The refusal for the caller.
     *
     * @return the exception, with the path as its field
     */
    public InvalidInputException refusal() {
        return new InvalidInputException(code, path.isEmpty() ? JsonLimits.WHOLE : path, facts);
    }
}
