package fr.aisneneo.core.sharing;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of sharing between tenants. */
public enum SharingError implements ErrorCode {
    /** A tenant has its own things already. Facts: {@code field}. */
    WITH_OWNER("sharing.with_owner"),
    /** The tenant shares as much as one may. Facts: {@code limit}. */
    TOO_MANY("sharing.too_many");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> SharingError.class.getResourceAsStream(name));

    private final String code;

    SharingError(String code) {
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
