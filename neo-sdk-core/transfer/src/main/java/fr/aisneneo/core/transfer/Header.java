package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.storage.DocumentCollection;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The first line.
 *
 * @param at when the export began, in ISO 8601
 * @param engine the engine it came from
 * @param sdk the version of the SDK that wrote it
 * @param collections the collections of the store, by name
 */
record Header(String at, String engine, String sdk, List<Collection> collections) {
    static final String FORMAT = "aisne-neo-export";
    static final int VERSION = 1;
    private static final String START = "{\"format\":\"" + FORMAT + "\",\"version\":" + VERSION + ",";

    /**
     * A collection of the store.
     *
     * @param name its name
     * @param schema its schema version
     * @param body {@code json} or {@code binary}
     * @param scope {@code tenant} or {@code shared}
     * @param home the Java package of its type
     * @param indexes the names of its indexes
     */
    record Collection(String name, int schema, String body, String scope, String home, List<String> indexes) {
        static Collection of(DocumentCollection<?> declared) {
            return new Collection(
                    declared.name(),
                    declared.schemaVersion(),
                    declared.schema().format().name().toLowerCase(Locale.ROOT),
                    declared.scope().name().toLowerCase(Locale.ROOT),
                    declared.type().getPackageName(),
                    declared.indexes().stream()
                            .map(index -> index.schema().name())
                            .toList());
        }

        /** What must be the same on both sides. */
        String kind() {
            return body + ", " + scope;
        }
    }

    /** The line, with its line feed. */
    byte[] bytes() {
        StringBuilder line = new StringBuilder(1_000);
        JsonStrings.quote(FORMAT, line.append("{\"format\":"));
        line.append(",\"version\":").append(VERSION);
        JsonStrings.quote(at, line.append(",\"at\":"));
        JsonStrings.quote(engine, line.append(",\"engine\":"));
        JsonStrings.quote(sdk, line.append(",\"sdk\":"));
        line.append(",\"collections\":[");
        String separator = "";
        for (Collection collection : collections) {
            JsonStrings.quote(collection.name, line.append(separator).append("{\"name\":"));
            line.append(",\"schema\":").append(collection.schema);
            JsonStrings.quote(collection.body, line.append(",\"body\":"));
            JsonStrings.quote(collection.scope, line.append(",\"scope\":"));
            JsonStrings.quote(collection.home, line.append(",\"package\":"));
            line.append(",\"indexes\":[");
            String comma = "";
            for (String index : collection.indexes) {
                JsonStrings.quote(index, line.append(comma));
                comma = ",";
            }
            line.append("]}");
            separator = ",";
        }
        return line.append("]}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Reads a line, which must be exactly as {@link #bytes()} writes it.
     *
     * @throws InvalidInputException {@code transfer.file.format} for another format or version,
     *     {@code transfer.file.altered} for a line that is not as it was written
     */
    static Header read(byte[] line, Codec codec) {
        Map<?, ?> fields = object(line, codec);
        String version = String.valueOf(fields.get("version"));
        if (!FORMAT.equals(fields.get("format")) || !version.equals(String.valueOf(VERSION))) {
            String found =
                    FORMAT.equals(fields.get("format")) && version.matches("[0-9]{1,9}") ? FORMAT + " " + version : "…";
            throw new InvalidInputException(
                    TransferError.FORMAT, "file", Map.of("found", found, "known", FORMAT + " " + VERSION));
        }
        try {
            List<Collection> collections = new ArrayList<>();
            for (Object entry : (List<?>) present(fields.get("collections"))) {
                collections.add(collection((Map<?, ?>) entry));
            }
            Header read = new Header(text(fields, "at"), text(fields, "engine"), text(fields, "sdk"), collections);
            if (Arrays.equals(read.bytes(), line)) {
                return read;
            }
        } catch (ClassCastException | ArithmeticException | IllegalArgumentException e) {
            // It was not written so: the same answer as below.
        }
        throw altered();
    }

    private static InvalidInputException altered() {
        return new InvalidInputException(TransferError.ALTERED, "file", Map.of("from", 1L, "to", 1L));
    }

    private static Map<?, ?> object(byte[] line, Codec codec) {
        try {
            return codec.decode(line, Map.class);
        } catch (NeoException e) {
            if (new String(line, StandardCharsets.UTF_8).startsWith(START)) {
                throw altered();
            }
            return Map.of();
        }
    }

    private static Collection collection(Map<?, ?> fields) {
        List<String> indexes = new ArrayList<>();
        for (Object index : (List<?>) present(fields.get("indexes"))) {
            indexes.add((String) index);
        }
        return new Collection(
                text(fields, "name"),
                ((BigDecimal) present(fields.get("schema"))).intValueExact(),
                text(fields, "body"),
                text(fields, "scope"),
                text(fields, "package"),
                indexes);
    }

    private static String text(Map<?, ?> fields, String name) {
        return (String) present(fields.get(name));
    }

    private static Object present(@Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException();
        }
        return value;
    }
}
