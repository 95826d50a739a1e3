package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the journal was told.
 *
 * @param event the event that tells the transfers; a nil id if none was made
 * @param leaves what it commits to; null if none was made
 */
record Told(UUID event, @Nullable EventLeaves leaves) {
    static final Told NOTHING = new Told(new UUID(0, 0), null);
}
