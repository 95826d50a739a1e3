package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of {@code neo-sdk-core-transfer}. */
public enum TransferError implements ErrorCode {
    /** No export, or one of an unknown version. Facts: {@code found}, {@code known}. */
    FORMAT("transfer.file.format"),
    /** The file ends too early. Facts: {@code line}, the last whole one. */
    TRUNCATED("transfer.file.truncated"),
    /** Lines are not what was written: altered, missing, or in another order. Facts: {@code from}, {@code to}. */
    ALTERED("transfer.file.altered"),
    /** A line is longer than any export has. Facts: {@code line}, {@code limit} in bytes. */
    LINE_TOO_LONG("transfer.file.line_too_long"),
    /** The file could not be written or read. Facts: {@code reason}. */
    FILE("transfer.file.failed"),
    /** There is a file of that name. Facts: {@code file}. */
    FILE_EXISTS("transfer.file.exists"),
    /** The store has collections that this process did not declare. Facts: {@code collections}. */
    UNDECLARED("transfer.collections.undeclared"),
    /** The file has collections that this process did not declare. Facts: {@code collections}. */
    UNKNOWN("transfer.collections.unknown"),
    /** A collection is newer, or of another kind. Facts: {@code collection}, {@code found}, {@code known}. */
    SCHEMA("transfer.collection.schema"),
    /** A document has no place on a line. Facts: {@code collection}, {@code id}, {@code limit} in bytes. */
    DOCUMENT_TOO_LARGE("transfer.document.too_large"),
    /** The target refused a document. Facts: {@code line}, {@code collection}, {@code id}, {@code reason}. */
    DOCUMENT("transfer.document.refused"),
    /** There is something in the target already. Facts: {@code collection}. */
    NOT_EMPTY("transfer.target.not_empty"),
    /** An import was begun and not finished. Facts: {@code documents}, {@code chunk}. */
    UNFINISHED("transfer.target.unfinished"),
    /** The import was begun with another file. Facts: {@code chunk}. */
    OTHER_FILE("transfer.resume.other_file"),
    /** What stands in the target is not what the file says. Facts: {@code collection}. */
    DIFFERENT("transfer.target.different");

    private static final MessageBundle TEXTS =
            MessageBundle.load(name -> TransferError.class.getResourceAsStream(name));

    private final String code;

    TransferError(String code) {
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
