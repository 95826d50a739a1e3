package fr.aisneneo.core.tck;

import static fr.aisneneo.core.storage.spi.PartType.BOOLEAN;
import static fr.aisneneo.core.storage.spi.PartType.INSTANT;
import static fr.aisneneo.core.storage.spi.PartType.LONG;
import static fr.aisneneo.core.storage.spi.PartType.STRING;

import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.Storage;
import java.util.ArrayList;
import java.util.List;

/** The collections that the cases use. */
final class Samples {
    /** JSON without indexes. */
    static final CollectionSchema PLAIN = new CollectionSchema("tck_plain", BodyFormat.JSON, List.of());
    /** Bytes without indexes. */
    static final CollectionSchema PACKED = new CollectionSchema("tck_packed", BodyFormat.BINARY, List.of());

    /** Every person has a name; several may have the same. */
    static final IndexSchema BY_NAME = index("by_name", false, false, STRING);
    /** A person may have a badge: a site and a number that nobody else has. */
    static final IndexSchema BY_BADGE = index("by_badge", true, true, STRING, LONG);
    /** A person may have been here: when, and whether that is paid. */
    static final IndexSchema BY_VISIT = index("by_visit", false, true, INSTANT, BOOLEAN);
    /** JSON with indexes of each kind; see {@link Person}. */
    static final CollectionSchema PEOPLE =
            new CollectionSchema("tck_people", BodyFormat.JSON, List.of(BY_NAME, BY_BADGE, BY_VISIT));

    /** Every login is unique. */
    static final IndexSchema BY_LOGIN = index("by_login", true, false, STRING);
    /** Bytes with a unique index that every document is in. */
    static final CollectionSchema LOGINS = new CollectionSchema("tck_logins", BodyFormat.BINARY, List.of(BY_LOGIN));

    /** One index for each key type. */
    static final CollectionSchema STRINGS = ordered("tck_strings", STRING);
    /** Ordered by a number. */
    static final CollectionSchema LONGS = ordered("tck_longs", LONG);
    /** Ordered by a time. */
    static final CollectionSchema INSTANTS = ordered("tck_instants", INSTANT);
    /** Ordered by a truth. */
    static final CollectionSchema BOOLEANS = ordered("tck_booleans", BOOLEAN);
    /** Ordered by a text, a number, a truth and a time. */
    static final CollectionSchema TUPLES = ordered("tck_tuples", STRING, LONG, BOOLEAN, INSTANT);
    /** Ordered by as many parts as there may be. */
    static final CollectionSchema WIDE =
            ordered("tck_wide", STRING, STRING, STRING, LONG, LONG, LONG, INSTANT, BOOLEAN);

    /** Lists of numbers, by the group they belong to; declared by {@link RecordedHistories} alone. */
    static final CollectionSchema LISTS = ordered("tck_lists", STRING);

    /** All others. */
    static final List<CollectionSchema> ALL =
            List.of(PLAIN, PACKED, PEOPLE, LOGINS, STRINGS, LONGS, INSTANTS, BOOLEANS, TUPLES, WIDE);

    private Samples() {}

    static void declareAll(Storage storage) {
        ALL.forEach(storage::declare);
    }

    static IndexSchema index(String name, boolean unique, boolean partial, PartType... types) {
        List<IndexPart> parts = new ArrayList<>();
        for (PartType type : types) {
            parts.add(new IndexPart("part_" + (parts.size() + 1), type));
        }
        return new IndexSchema(name, unique, partial, parts);
    }

    private static CollectionSchema ordered(String name, PartType... types) {
        return new CollectionSchema(name, BodyFormat.BINARY, List.of(index("by_key", false, false, types)));
    }
}
