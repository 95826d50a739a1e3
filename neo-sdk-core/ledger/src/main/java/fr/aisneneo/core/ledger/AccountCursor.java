package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.storage.Cursor;

/** Where the transfers of an account go on: of one account no two have the same time. Thread-safe. */
final class AccountCursor {
    private static final int BASE = 36;

    private AccountCursor() {}

    static Cursor write(long from) {
        return new Cursor("t" + Long.toString(from, BASE));
    }

    static long read(Cursor cursor) {
        String text = cursor.text();
        try {
            if (text.startsWith("t") && text.length() < 20) {
                return Long.parseLong(text.substring(1), BASE);
            }
        } catch (NumberFormatException e) {
            // falls through to the one refusal below
        }
        throw new InvalidInputException(CoreError.CURSOR_INVALID, "cursor");
    }
}
