package fr.aisneneo.core.party;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of persons and organisations. No fact of theirs is personal data. */
public enum PartyError implements ErrorCode {
    /** A SIREN that is not nine digits. Facts: {@code field}. */
    SIREN_MALFORMED("party.siren.malformed"),
    /** A SIREN whose check digit is wrong. Facts: {@code field}. */
    SIREN_CHECK_DIGIT("party.siren.check_digit"),
    /** A text that is no e-mail address. Facts: {@code field}. */
    EMAIL_MALFORMED("party.email.malformed"),
    /** A text that is no telephone number. Facts: {@code field}. */
    PHONE_MALFORMED("party.phone.malformed"),
    /** There is no such party, or not for this actor. Facts: {@code id}. */
    NOT_FOUND("party.not_found"),
    /**
     * Two profiles that exclude each other would hold on the same day. Facts: {@code kind}, {@code other},
     * {@code from}.
     */
    PROFILE_CONTRADICTS("party.profile.contradicts"),
    /** The party has no such profile. Facts: {@code kind}, {@code from}. */
    PROFILE_UNKNOWN("party.profile.unknown"),
    /** The party has as many profiles as one may have. Facts: {@code limit}. */
    PROFILES_TOO_MANY("party.profile.too_many"),
    /** The personal data was erased, and is not entered again under the same pseudonym. Facts: {@code id}. */
    ERASED("party.erased");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> PartyError.class.getResourceAsStream(name));

    private final String code;

    PartyError(String code) {
        this.code = code;
    }

    /** A text that is no message of its own. */
    static String wording(String key, Locale locale) {
        return TEXTS.text(key, locale, Map.of());
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
