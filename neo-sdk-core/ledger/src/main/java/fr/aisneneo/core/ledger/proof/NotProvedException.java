package fr.aisneneo.core.ledger.proof;

/** Why a proof proves nothing. Its message is for whoever checks it, in English. */
public final class NotProvedException extends Exception {
    private static final long serialVersionUID = 1L;

    NotProvedException(String reason) {
        super(reason);
    }

    static void require(boolean holds, String otherwise) throws NotProvedException {
        if (!holds) {
            throw new NotProvedException(otherwise);
        }
    }
}
