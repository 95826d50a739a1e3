package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.IndexKeys;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.ScanPosition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Positions as text and back. A position read from a forged cursor still lies within the bounds of its scan, which are
 * not in it.
 */
final class Cursors {
    private static final int LONGEST_TEXT = 4_000;

    private Cursors() {}

    static Cursor write(CollectionSchema collection, @Nullable IndexSchema index, ScanPosition position) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(collection.name());
            out.writeUTF(index == null ? "" : index.name());
            for (Object value : position.key().values()) {
                if (value instanceof String text) {
                    out.writeUTF(text);
                } else if (value instanceof Long number) {
                    out.writeLong(number);
                } else if (value instanceof Instant instant) {
                    out.writeLong(instant.getEpochSecond());
                    out.writeInt(instant.getNano());
                } else {
                    out.writeBoolean((Boolean) value);
                }
            }
            out.writeUTF(position.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Cursor(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray()));
    }

    static ScanPosition read(CollectionSchema collection, @Nullable IndexSchema index, Cursor cursor) {
        if (cursor.text().length() > LONGEST_TEXT) {
            throw invalid();
        }
        try (DataInputStream in = new DataInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cursor.text())))) {
            boolean same =
                    in.readUTF().equals(collection.name()) && in.readUTF().equals(index == null ? "" : index.name());
            if (!same) {
                throw invalid();
            }
            List<Object> values = new ArrayList<>();
            for (IndexPart part : index == null ? List.<IndexPart>of() : index.parts()) {
                values.add(
                        switch (part.type()) {
                            case STRING -> in.readUTF();
                            case LONG -> in.readLong();
                            case INSTANT -> Instant.ofEpochSecond(in.readLong(), in.readInt());
                            case BOOLEAN -> in.readBoolean();
                        });
            }
            // What no document can have, no engine need be able to look for.
            IndexKey key = index == null ? IndexKey.EMPTY : IndexKeys.check(index, values);
            String id = IndexKeys.checkId(in.readUTF());
            if (in.read() >= 0) {
                throw invalid();
            }
            return new ScanPosition(key, id);
        } catch (IOException
                | IllegalArgumentException
                | DateTimeException
                | ArithmeticException
                | InvalidInputException e) {
            throw invalid();
        }
    }

    private static InvalidInputException invalid() {
        return new InvalidInputException(CoreError.CURSOR_INVALID, "cursor");
    }
}
