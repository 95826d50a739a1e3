package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.storage.spi.StorageLimits;

/** The bounds of JSON, checked before anything is built from it. */
public final class JsonLimits {
    /** The largest text, in bytes: the largest body that a store takes. */
    public static final int BYTES = StorageLimits.BODY_BYTES;
    /** The most objects and lists that lie within each other. */
    public static final int DEPTH = 64;
    /** The longest number, in characters: enough for every double written without an exponent, as PostgreSQL does. */
    public static final int NUMBER_LENGTH = 400;
    /** The largest exponent of a number, either way. */
    public static final int EXPONENT = 400;
    /** The most digits before or after the point of a decimal. */
    public static final int DECIMAL_DIGITS = 100;
    /** How messages name the whole text. */
    public static final String WHOLE = "json";

    private JsonLimits() {}
}
