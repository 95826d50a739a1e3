package fr.aisneneo.core.error;

import java.util.Locale;
import java.util.Map;

/**
 * A stable name for one cause of refusal, with its French and English wording.
 *
 * <p>Each domain declares its codes as an {@code enum}. The {@linkplain #code() code} never changes once released:
 * programs compare it, documentation links to it. The wording may improve at any time.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface ErrorCode {

    /**
     * The stable code: lower-case ASCII words in dotted groups, such as {@code booking.slot.taken}.
     *
     * @return the code, unique in the SDK
     */
    String code();

    /**
     * The message for a person, its facts filled in.
     *
     * @param locale the language wanted; French for {@code fr}, English for everything else
     * @param facts the values of the placeholders; a placeholder without a fact is left as it stands
     * @return one or more whole sentences
     */
    String text(Locale locale, Map<String, ?> facts);
}
