package fr.aisneneo.core.party;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.text.PlainLine;
import fr.aisneneo.core.time.Validity;
import org.jspecify.annotations.Nullable;

/**
 * What a party is for a time, and how that was shown.
 *
 * <p>Immutable and thread-safe.
 *
 * @param kind what it is
 * @param validity from when to when
 * @param evidence where the proof is kept, such as the reference of a file or decision, up to
 *     {@value #LONGEST_EVIDENCE} characters, or null; never the proof itself and no personal data
 */
public record Profile(
        ProfileKind kind, Validity validity, @Nullable String evidence) {
    /** The longest reference, in characters. */
    public static final int LONGEST_EVIDENCE = 200;

    /**
     * Checks the fields.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.too_large} or {@code input.malformed}
     */
    public Profile {
        if (kind == null || validity == null) {
            throw new InvalidInputException(
                    CoreError.INPUT_REQUIRED, kind == null ? "profile.kind" : "profile.validity");
        }
        evidence = PlainLine.optional(evidence, "profile.evidence", LONGEST_EVIDENCE);
    }

    /**
     * A profile without evidence.
     *
     * @param kind what it is
     * @param validity from when to when
     * @return the profile
     */
    public static Profile of(ProfileKind kind, Validity validity) {
        return new Profile(kind, validity, null);
    }

    /**
     * The same for another time.
     *
     * @param other from when to when
     * @return the changed profile
     */
    public Profile valid(Validity other) {
        return new Profile(kind, other, evidence);
    }

    Profile withoutEvidence() {
        return new Profile(kind, validity, null);
    }

    boolean contradicts(Profile other) {
        boolean excluded =
                kind.excluded().contains(other.kind) || other.kind.excluded().contains(kind);
        return excluded && validity.overlaps(other.validity);
    }
}
