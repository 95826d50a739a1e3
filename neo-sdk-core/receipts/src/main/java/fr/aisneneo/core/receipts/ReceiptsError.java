package fr.aisneneo.core.receipts;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of {@code neo-sdk-core-receipts}. */
public enum ReceiptsError implements ErrorCode {
    /** What was sealed is not what is there. Facts: {@code where}. */
    TREE_DAMAGED("receipts.tree.damaged"),
    /** There is no such sealed event, or it is none of the actor's. Facts: {@code position}, or the id. */
    NOT_FOUND("receipts.not_found"),
    /** No checkpoint of that size can be compared. Facts: {@code size}, {@code sealed}. */
    SIZE("receipts.size"),
    /** The file of the signing key cannot be used. Facts: {@code file}, {@code reason}. */
    KEY("receipts.key");

    private static final MessageBundle TEXTS =
            MessageBundle.load(name -> ReceiptsError.class.getResourceAsStream(name));

    private final String code;

    ReceiptsError(String code) {
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
