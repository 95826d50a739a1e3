package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.Status;

/**
 * Why the medium failed, in the terms of the SDK.
 *
 * @param code the code
 * @param facts its facts
 * @param cause what was thrown
 */
record Failure(ErrorCode code, Map<String, Object> facts, Throwable cause) {
    /**
     * How the system words EDQUOT and EFBIG, for which RocksDB has no code of its own; the second wording is glibc's in
     * French, which the JVM's locale brings in.
     */
    private static final List<String> NO_SPACE = List.of(
            "No space left on device",
            "Aucun espace disponible",
            "Disk quota exceeded",
            "quota d'espace disque",
            "File too large",
            "Fichier trop gros");

    static Failure of(String location, RocksDBException e) {
        Status status = e.getStatus();
        String reason = reason(e);
        if (status != null && status.getCode() == Status.Code.Corruption) {
            return new Failure(CoreError.STORAGE_CORRUPT, Map.of("location", location, "reason", reason), e);
        }
        if ((status != null && status.getSubCode() == Status.SubCode.NoSpace) || isNoSpace(reason)) {
            return new Failure(CoreError.STORAGE_FULL, Map.of("location", location), e);
        }
        return new Failure(CoreError.STORAGE_FAILED, Map.of("reason", reason), e);
    }

    static Failure of(String location, IOException e) {
        String reason = reason(e);
        return isNoSpace(reason)
                ? new Failure(CoreError.STORAGE_FULL, Map.of("location", location), e)
                : new Failure(CoreError.STORAGE_FAILED, Map.of("reason", reason), e);
    }

    static Failure of(Throwable e) {
        return e instanceof StorageException known
                ? new Failure(known.errorCode(), known.facts(), known)
                : new Failure(CoreError.STORAGE_FAILED, Map.of("reason", e.toString()), e);
    }

    private static boolean isNoSpace(String reason) {
        return NO_SPACE.stream().anyMatch(reason::contains);
    }

    static String reason(Exception e) {
        @Nullable String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message.strip();
    }

    /** A new exception for one of the threads that have to know. */
    StorageException exception() {
        return new StorageException(code, facts, cause);
    }
}
