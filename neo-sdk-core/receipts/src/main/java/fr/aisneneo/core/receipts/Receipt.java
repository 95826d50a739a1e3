package fr.aisneneo.core.receipts;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Shows that an event is in a tenant's journal: the event, its place, the hashes beside its way to the root, and a
 * signed checkpoint with that root. Give {@link #text()} to whom it concerns; they check it with
 * {@link fr.aisneneo.core.receipts.verifier.ReceiptVerifier}, without asking anybody. It names parties by their
 * pseudonyms only, and stays valid when a person is erased. Immutable. Source: C2SP tlog-proof.
 *
 * @param event the event as it was sealed, JSON
 * @param index which leaf it is, from 0; its position in the journal less one
 * @param path base64 hashes, from the leaf to the root
 * @param checkpoint the checkpoint that it belongs to
 */
public record Receipt(String event, long index, List<String> path, Checkpoint checkpoint) {

    /** Copies the path. */
    public Receipt {
        path = List.copyOf(path);
    }

    /**
     * The receipt as a text of some lines, to be kept in a file.
     *
     * @return the text
     */
    public String text() {
        StringBuilder text = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ")
                .append(Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)))
                .append("\nindex ")
                .append(index)
                .append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.append('\n').append(checkpoint.note()).toString();
    }
}
