package fr.aisneneo.example.portal.error;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** What the portal itself refuses, beside what the SDK refuses, with the HTTP status of each. */
public enum PortalError implements ErrorCode {
    /** The request cannot be read as HTTP that the portal speaks. */
    BAD_REQUEST("portal.request", 400),
    /** The body has a member that the request does not know. Facts: {@code field}, {@code expected}. */
    MEMBER_UNKNOWN("portal.member.unknown", 400),
    /** Nobody is signed in. */
    SIGN_IN_REQUIRED("portal.sign_in_required", 401),
    /** The sign-in names no account. */
    ACCOUNT_UNKNOWN("portal.account.unknown", 403),
    /** A change was asked for without the token of the browser's own page. */
    CSRF("portal.csrf", 403),
    /** There is nothing at this address. */
    PAGE_UNKNOWN("portal.page.unknown", 404),
    /** The address does not take this method. */
    METHOD("portal.method", 405),
    /** The body took too long to arrive. */
    TIMEOUT("portal.timeout", 408),
    /** What is asked for again was cancelled meanwhile. */
    RESERVATION_CANCELLED("portal.reservation.cancelled", 409),
    /** The price, or what is kept of it, is no longer what the page said. */
    TERMS_CHANGED("portal.terms.changed", 409),
    /** Somebody without an account in the local currency would have to pay. Facts: {@code currency}. */
    NO_MONEY_ACCOUNT("portal.money_account.none", 422),
    /** The body is over the bound. Facts: {@code limit}, in bytes. */
    BODY_TOO_LARGE("portal.body.too_large", 413),
    /** The body is not of a type that the address takes. Facts: {@code expected}. */
    MEDIA_TYPE("portal.media_type", 415),
    /** Something broke on our side. Facts: {@code request}. */
    INTERNAL("portal.internal", 500);

    private static final MessageBundle TEXTS = MessageBundle.load(name -> PortalError.class.getResourceAsStream(name));

    private final String code;
    private final int status;

    PortalError(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return TEXTS.text(code, locale, facts);
    }
}
