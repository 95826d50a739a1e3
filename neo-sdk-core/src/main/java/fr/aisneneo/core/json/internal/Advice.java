package fr.aisneneo.core.json.internal;

import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What to use instead of a type that is not supported. */
final class Advice {
    private static final String TIME =
            "use Instant for what has happened, LocalDateTime and ZoneId for what is planned";
    private static final String OPTIONAL = "use the type itself with @Nullable";
    private static final Map<Class<?>, String> KNOWN = Map.of(
            Optional.class, OPTIONAL,
            OptionalInt.class, OPTIONAL,
            OptionalLong.class, OPTIONAL,
            ZonedDateTime.class, TIME,
            OffsetDateTime.class, TIME,
            OffsetTime.class, TIME,
            Date.class, TIME,
            Calendar.class, TIME,
            Object.class, "name the type; alternatives are a sealed interface with @JsonbTypeInfo");

    private Advice() {}

    static String of(Class<?> type) {
        if (type.isArray()) {
            return "use List";
        }
        return KNOWN.getOrDefault(
                type,
                "use a record, a sealed interface of records with @JsonbTypeInfo, or declare a @JsonbTypeAdapter");
    }
}
