/** The contract that proves a key store for sealed personal data: a JUnit class that an author extends. */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.sealing.tck {
    requires transitive fr.aisneneo.core.sealing;
    requires static org.jspecify;
    requires fr.aisneneo.core.tck;
    requires org.assertj.core;
    requires org.junit.jupiter.api;

    exports fr.aisneneo.core.sealing.tck;

    // The test engine calls the cases, which are package-private.
    opens fr.aisneneo.core.sealing.tck;
}
