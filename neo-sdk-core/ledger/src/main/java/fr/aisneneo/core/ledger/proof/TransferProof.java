package fr.aisneneo.core.ledger.proof;

import static fr.aisneneo.core.ledger.proof.NotProvedException.require;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Shows that a transfer is one of those that an event of the journal commits to. {@link #text()} is for whoever is to
 * check it; beside it they need the event, from its receipt, and the key that the town published. It names accounts and
 * parties by their pseudonyms only.
 *
 * <p>The text has a line {@code aisneneo.fr/ledger-transfer-proof@v1}, then {@code event}, {@code leaf} in base64,
 * {@code index} and {@code size}, then the hashes beside the way to the root in base64, each on a line.
 *
 * <p>Immutable.
 *
 * @param event the id of the event that tells the transfer
 * @param leaf the transfer
 * @param index which one of the event's transfers it is, from 0
 * @param size how many transfers the event tells
 * @param path the hashes beside its way to the root, base64, the lowest first
 */
public record TransferProof(UUID event, TransferLeaf leaf, int index, int size, List<String> path) {
    private static final String FORM = "aisneneo.fr/ledger-transfer-proof@v1";
    private static final int MOST_HASHES = 31;
    private static final int ID_LENGTH = 36;
    /** The one form that the journal's log gives such an event: its members sorted, without white space. */
    private static final Pattern EVENT = Pattern.compile("\\{\"actor\":\"[^\"\\\\]*+\",\"aggregate\":\"[^\"\\\\]*+\","
            + "\"at\":\"[^\"\\\\]*+\",(?:\"correlation\":\"(?:[^\"\\\\]++|\\\\.)*+\",)?"
            + "\"id\":\"([0-9a-f-]{36})\",\"kind\":\"ledger_transfers\","
            + "\"payload\":\\{\"root\":\"([0-9a-f]{64})\",\"transfers\":\\[([0-9a-f\",-]*+)]},"
            + "\"position\":[0-9]++,\"tenant\":\"[^\"\\\\]*+\",\"type\":\"ledger\\.transfers\\.made\"}");

    /** Copies the path. */
    public TransferProof {
        path = List.copyOf(path);
    }

    /**
     * The root that follows from the leaf, its place and the hashes beside its way (RFC 9162, section 2.1.3.2).
     *
     * @return 64 hexadecimal digits
     * @throws NotProvedException if the place and the hashes do not fit each other
     */
    public String root() throws NotProvedException {
        require(index >= 0 && index < size, "the transfer is not among those of the event");
        long node = index;
        long last = size - 1L;
        byte[] hash = Sha256.leaf(leaf.bytes());
        for (String text : path) {
            require(last != 0, "the path is too long");
            byte[] beside = base64(text, Sha256.BYTES, "a hash of the path");
            if ((node & 1) == 1 || node == last) {
                hash = Sha256.node(beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = Sha256.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        require(last == 0, "the path is too short");
        return HexFormat.of().formatHex(hash);
    }

    /**
     * Checks it against its event.
     *
     * @param provedEvent the event as JSON, as a verified receipt shows it: whoever passes another text has proved
     *     nothing
     * @return what is proved: the transfer
     * @throws NotProvedException with the first thing that does not hold
     */
    public TransferLeaf verify(String provedEvent) throws NotProvedException {
        Matcher parts = EVENT.matcher(provedEvent);
        require(parts.matches(), "the event does not tell transfers");
        require(parts.group(1).equals(event.toString()), "the event is another one");
        String root = root();
        require(parts.group(2).equals(root), "the transfer is not among those that the event commits to");
        String ids = parts.group(3);
        int each = ID_LENGTH + 3;
        int from = index * each + 1;
        require(
                ids.length() == (long) size * each - 1 && ids.startsWith("\"" + leaf.id() + "\"", from - 1),
                "the event names other transfers");
        return leaf;
    }

    /**
     * The proof as a text of some lines, to be kept in a file.
     *
     * @return the text
     */
    public String text() {
        StringBuilder text = new StringBuilder(FORM)
                .append("\nevent ")
                .append(event)
                .append("\nleaf ")
                .append(Base64.getEncoder().encodeToString(leaf.bytes()))
                .append("\nindex ")
                .append(index)
                .append("\nsize ")
                .append(size)
                .append('\n');
        path.forEach(hash -> text.append(hash).append('\n'));
        return text.toString();
    }

    /**
     * Reads a proof.
     *
     * @param text as {@link #text()} gives it
     * @return the proof, not yet verified
     * @throws NotProvedException if it is no such text
     */
    public static TransferProof parse(String text) throws NotProvedException {
        List<String> lines = text.lines().limit(5L + MOST_HASHES + 1).toList();
        require(
                lines.size() >= 5
                        && lines.size() <= 5 + MOST_HASHES
                        && lines.get(0).equals(FORM),
                "the text is not of the form " + FORM);
        UUID event = uuid(after("event ", lines.get(1)));
        byte[] leaf = base64(after("leaf ", lines.get(2)), TransferLeaf.LENGTH, "the leaf");
        int index = number(after("index ", lines.get(3)));
        int size = number(after("size ", lines.get(4)));
        return new TransferProof(
                event, TransferLeaf.parse(leaf), index, size, new ArrayList<>(lines.subList(5, lines.size())));
    }

    static String after(String start, String line) throws NotProvedException {
        require(line.startsWith(start), "a line does not begin with " + start.strip());
        return line.substring(start.length());
    }

    static UUID uuid(String text) throws NotProvedException {
        require(text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "an id is malformed");
        return UUID.fromString(text);
    }

    private static int number(String text) throws NotProvedException {
        require(text.matches("0|[1-9][0-9]{0,8}"), "a number is malformed");
        return Integer.parseInt(text);
    }

    private static byte[] base64(String text, int length, String what) throws NotProvedException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // Bits that nobody needs could be flipped otherwise.
            require(
                    bytes.length == length
                            && Base64.getEncoder().encodeToString(bytes).equals(text),
                    what + " is malformed");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new NotProvedException(what + " is malformed");
        }
    }
}
