package fr.aisneneo.core.receipts;

/**
 * What a log was at a moment, signed: its name, how many events it had, and the root over them. Publish some: two of
 * them and a {@linkplain Receipts#consistency consistency proof} show that nothing was rewritten in between. Immutable.
 * Source: C2SP tlog-checkpoint.
 *
 * @param origin the log's name
 * @param size how many events were sealed
 * @param root the root, in base64
 * @param note the whole text with its signature
 */
public record Checkpoint(String origin, long size, String root, String note) {
    static String text(String origin, long size, String root) {
        return origin + "\n" + size + "\n" + root + "\n";
    }
}
