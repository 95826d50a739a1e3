package fr.aisneneo.core.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every refusal and failure of the SDK: a stable code, structured facts, and a message in French and in English.
 *
 * <p>The family is small and closed; catch the leaf that you can act on:
 *
 * <ul>
 *   <li>{@link InvalidInputException} — the input is wrong: which field, why;
 *   <li>{@link RefusedException} — a rule said no;
 *   <li>{@link ForbiddenException} — this actor may not;
 *   <li>{@link NotFoundException} — there is no such thing, or not for this actor;
 *   <li>{@link ConflictException} — somebody was first;
 *   <li>{@link StorageException} — the store could not do it;
 *   <li>{@link PluginException} — a plugin is missing, wrong, or broke.
 * </ul>
 *
 * <p>Facts never hold another person's data. {@link #getMessage()} is English and starts with the code.
 *
 * <p>Its code, facts and messages never change; any thread may read them.
 */
public abstract sealed class NeoException extends RuntimeException
        permits InvalidInputException,
                RefusedException,
                ForbiddenException,
                NotFoundException,
                ConflictException,
                StorageException,
                PluginException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode errorCode;
    private final transient Map<String, Object> facts;

    NeoException(ErrorCode errorCode, Map<String, ?> facts, @Nullable Throwable cause) {
        super("[" + errorCode.code() + "] " + errorCode.text(Locale.ENGLISH, facts), cause);
        this.errorCode = errorCode;
        this.facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /**
     * The code as its constant.
     *
     * @return the code
     */
    public final ErrorCode errorCode() {
        return errorCode;
    }

    /**
     * The stable code, such as {@code booking.slot.taken}.
     *
     * @return the code
     */
    public final String code() {
        return errorCode.code();
    }

    /**
     * What the message is about, by placeholder name.
     *
     * @return the facts, unmodifiable
     */
    public final Map<String, Object> facts() {
        return facts;
    }

    /**
     * The message for a person.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return whole sentences, without the code
     */
    public final String message(Locale locale) {
        return errorCode.text(locale, facts);
    }
}
