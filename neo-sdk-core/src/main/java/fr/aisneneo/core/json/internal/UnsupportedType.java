package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.lang.reflect.Type;
import java.util.Map;

/** A type that not every provider writes and reads alike; says which, where, and what to use. */
public final class UnsupportedType extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String advice;
    private String where = "";

    UnsupportedType(Type type, String advice) {
        super(advice, null, false, false);
        this.type = type.getTypeName();
        this.advice = advice;
    }

    UnsupportedType in(Class<?> owner, String component) {
        String here = owner.getSimpleName() + "." + component;
        where = where.isEmpty() ? here : here + " → " + where;
        return this;
    }

    /**
     * The refusal for the developer.
     *
     * @return the exception
     */
    public InvalidInputException refusal() {
        String field = where.isEmpty() ? JsonLimits.WHOLE : where;
        return new InvalidInputException(
                CoreError.JSON_TYPE_UNSUPPORTED, field, Map.of("type", type, "advice", advice));
    }
}
