package fr.aisneneo.core.plugin;

/**
 * The version of the SDK's API that plugins meet at run time.
 *
 * <p>It is the version of this release without a qualifier ({@code 0.1.0} for {@code 0.1.0-SNAPSHOT}), and follows <a
 * href="https://semver.org">semantic versioning</a>: a plugin made for {@code [0.1,0.2)} works with every
 * {@code 0.1.x}.
 *
 * <p>Thread-safe.
 */
public final class SdkApi {
    private static final String VERSION = "0.1.0";

    private SdkApi() {}

    /**
     * The version of the API. A method, not a constant, so that a plugin's class file does not hold the version it was
     * compiled with.
     *
     * @return three numbers with dots between them
     */
    public static String version() {
        return VERSION;
    }
}
