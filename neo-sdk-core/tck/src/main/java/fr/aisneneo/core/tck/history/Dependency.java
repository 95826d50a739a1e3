package fr.aisneneo.core.tck.history;

/** Why one transaction must come before another one; see {@link Anomaly}. */
enum Dependency {
    WW("ww"),
    WR("wr"),
    RW("rw"),
    RT("rt");

    final String word;

    Dependency(String word) {
        this.word = word;
    }
}
