package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/**
 * The codes of this engine, beside those of {@link fr.aisneneo.core.error.CoreError} ({@code storage.locked},
 * {@code storage.corrupt}, {@code storage.full}, {@code storage.failed}).
 */
public enum RocksDbError implements ErrorCode {
    /** The native library cannot be loaded. Facts: {@code platform}, {@code directory}, {@code reason}. */
    LIBRARY("rocksdb.library"),
    /** The location cannot be a store: no directory, no right to write. Facts: {@code location}, {@code reason}. */
    LOCATION("rocksdb.location"),
    /** The directory holds something else. Facts: {@code location}, {@code found}. */
    NOT_A_STORE("rocksdb.not_a_store"),
    /** The store was written by a newer version. Facts: {@code location}, {@code format}, {@code known}. */
    NEWER_FORMAT("rocksdb.newer_format"),
    /** A checkpoint is to be written to something that exists. Facts: {@code directory}. */
    CHECKPOINT_EXISTS("rocksdb.checkpoint_exists"),
    /** A checkpoint could not be written; the store goes on. Facts: {@code directory}, {@code reason}. */
    CHECKPOINT_FAILED("rocksdb.checkpoint_failed");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> RocksDbError.class.getResourceAsStream(name));

    private final String code;

    RocksDbError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return TEXTS.text(code, locale, facts);
    }
}
