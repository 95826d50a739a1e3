package fr.aisneneo.core.sealing;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of {@code neo-sdk-core-sealing}. No fact of theirs is personal data or a key. */
public enum SealingError implements ErrorCode {
    /** Personal data is to be read or written, and no key store was given. No facts. */
    KEY_STORE_REQUIRED("sealing.key_store.required"),
    /** The text that names a key store has another form. Facts: {@code uri}. */
    KEY_STORE_URI("sealing.key_store.uri"),
    /** The key store cannot be opened, read or written. Facts: {@code location}, {@code reason}. */
    KEY_STORE_UNUSABLE("sealing.key_store.unusable"),
    /** Others than the owner may read the key store. Facts: {@code path}, {@code rights}, {@code expected}. */
    KEY_STORE_RIGHTS("sealing.key_store.rights"),
    /** The documents were sealed with another key store. Facts: {@code expected}, {@code found}. */
    KEY_STORE_OTHER("sealing.key_store.other"),
    /** The key store is not what was written. Facts: {@code file}, {@code where}. */
    KEY_STORE_DAMAGED("sealing.key_store.damaged"),
    /** Another process held the key store for too long. Facts: {@code location}, {@code seconds}. */
    KEY_STORE_BUSY("sealing.key_store.busy"),
    /** A document is sealed with a key that is not in the key store. Facts: {@code collection}, {@code id}. */
    KEY_MISSING("sealing.key.missing"),
    /**
     * A sealed document is not what was written, or not where it was written. Facts: {@code collection}, {@code id}.
     */
    DOCUMENT_ALTERED("sealing.document.altered"),
    /** A document was sealed by a newer version. Facts: {@code collection}, {@code id}, {@code version}. */
    DOCUMENT_NEWER("sealing.document.newer"),
    /** The keys of the person were destroyed, and nothing is sealed for that pseudonym again. Facts: {@code owner}. */
    OWNER_ERASED("sealing.owner.erased");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> SealingError.class.getResourceAsStream(name));

    private final String code;

    SealingError(String code) {
        this.code = code;
    }

    /** A text that is no error of its own. */
    static String wording(String key, Locale locale, Map<String, ?> facts) {
        return TEXTS.text(key, locale, facts);
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
