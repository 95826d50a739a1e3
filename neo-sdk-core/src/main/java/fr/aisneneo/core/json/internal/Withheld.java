package fr.aisneneo.core.json.internal;

/** Where a provider failed, for the developer: the classes and lines, without the messages, which quote the input. */
final class Withheld extends Exception {
    private static final long serialVersionUID = 1L;
    /** Causes may go round in a circle. */
    private static final int DEEPEST = 100;

    private Withheld(Throwable thrown) {
        super(thrown.getClass().getName() + " (its message is withheld, as it may quote the input)");
        setStackTrace(thrown.getStackTrace());
    }

    static Withheld of(Throwable thrown) {
        Throwable deepest = thrown;
        for (int depth = 0; depth < DEEPEST && deepest.getCause() != null; depth++) {
            deepest = deepest.getCause();
        }
        return new Withheld(deepest);
    }
}
