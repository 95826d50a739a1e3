package fr.aisneneo.core.error;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The input itself is wrong, whatever the state of the world: a missing field, an end before its start, an unknown
 * zone.
 */
public final class InvalidInputException extends NeoException {
    private static final long serialVersionUID = 1L;

    private final String field;

    /**
     * Refuses one field.
     *
     * @param code the cause
     * @param field the name of the field as the caller knows it, such as {@code slot.end}
     * @param facts further placeholder values; {@code field} is added
     */
    public InvalidInputException(ErrorCode code, String field, Map<String, ?> facts) {
        super(code, with(field, facts), null);
        this.field = field;
    }

    /**
     * Refuses one field without further facts.
     *
     * @param code the cause
     * @param field the name of the field
     */
    public InvalidInputException(ErrorCode code, String field) {
        this(code, field, Map.of());
    }

    private static Map<String, Object> with(String field, Map<String, ?> facts) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("field", field);
        return all;
    }

    /**
     * The field that is wrong.
     *
     * @return its name
     */
    public String field() {
        return field;
    }
}
