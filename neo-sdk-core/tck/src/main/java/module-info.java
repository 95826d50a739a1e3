/**
 * Contracts that prove a plugin for the Aisne Neo SDK: JUnit and jqwik classes that an author extends in their own
 * tests.
 */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.tck {
    requires transitive fr.aisneneo.core;
    requires static org.jspecify;
    requires net.jqwik.api;
    requires org.assertj.core;
    requires org.junit.jupiter.api;

    exports fr.aisneneo.core.tck;
    exports fr.aisneneo.core.tck.fault;
    exports fr.aisneneo.core.tck.history;
    exports fr.aisneneo.core.tck.process;

    // The test engines call the cases, which are package-private.
    opens fr.aisneneo.core.tck;
}
