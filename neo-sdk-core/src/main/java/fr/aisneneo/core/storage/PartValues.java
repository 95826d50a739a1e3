package fr.aisneneo.core.storage;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.StorageLimits;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks what goes into an index or stands in the bounds of a scan, so that every engine can keep and order it. */
final class PartValues {
    /** As far back as PostgreSQL's calendar goes. */
    private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("+10000-01-01T00:00:00Z");

    private PartValues() {}

    static Object checked(IndexPart part, @Nullable Object value) {
        if (value == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, part.name());
        }
        if (!part.type().javaType().isInstance(value)) {
            throw new IllegalArgumentException(
                    "Part " + part.name() + " is of type " + part.type() + ", not " + value.getClass());
        }
        if (part.type() == PartType.STRING) {
            StorableText.check((String) value, part.name(), StorageLimits.STRING_PART_BYTES);
        }
        return value instanceof Instant instant ? instant(part, instant) : value;
    }

    private static Instant instant(IndexPart part, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, part.name(), Map.of("min", FIRST, "max", LAST));
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    static void checkLength(IndexSchema index, List<Object> key) {
        int bytes = 0;
        for (Object value : key) {
            bytes += value instanceof String text ? text.getBytes(StandardCharsets.UTF_8).length : Long.BYTES;
        }
        if (bytes > StorageLimits.TUPLE_BYTES) {
            throw new InvalidInputException(
                    CoreError.INPUT_TOO_LARGE, index.name(), Map.of("limit", StorageLimits.TUPLE_BYTES));
        }
    }
}
