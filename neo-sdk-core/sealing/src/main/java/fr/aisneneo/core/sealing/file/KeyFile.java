package fr.aisneneo.core.sealing.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * The file of the wrapped keys: a header of the size of a slot, and slots. It grows by one slot at a time, each made
 * durable before the next is written; so at most the last one can be torn, which is told by its being short or all
 * zeros, and anything else that is no slot is damage. The header says how many were durable when the last one was
 * written, so that a file that was cut off is told from one that is still short.
 *
 * <p>It is read and written as a {@link RandomAccessFile}, not through a channel, which the interruption of a thread
 * would close for all others. Methods are called by one thread at a time.
 */
final class KeyFile implements AutoCloseable {
    static final String NAME = "keys";
    private static final byte[] MARK = "NEOKEYS1".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = Slot.BYTES;

    private final Path file;
    private final RandomAccessFile bytes;
    private final Header header;
    private final Sync sync;
    private boolean unsure;

    /**
     * What the file says of itself.
     *
     * @param store the id of the key store
     * @param rootId the id of the root key that its keys are wrapped with
     */
    record Header(UUID store, String rootId) {
        byte[] encode(int slots) {
            ByteBuffer encoded = ByteBuffer.allocate(HEADER).put(MARK);
            encoded.putLong(store.getMostSignificantBits()).putLong(store.getLeastSignificantBits());
            encoded.put(HexFormat.of().parseHex(rootId)).putInt(slots);
            encoded.putInt(HEADER - 4, checksum(encoded.array()));
            return encoded.array();
        }

        static Optional<Header> decode(byte[] given) {
            ByteBuffer encoded = ByteBuffer.wrap(given);
            byte[] mark = new byte[MARK.length];
            encoded.get(mark);
            UUID store = new UUID(encoded.getLong(), encoded.getLong());
            byte[] root = new byte[8];
            encoded.get(root);
            boolean sound = Arrays.equals(mark, MARK) && encoded.getInt(HEADER - 4) == checksum(given);
            return sound ? Optional.of(new Header(store, HexFormat.of().formatHex(root))) : Optional.empty();
        }

        /** How many slots a header says that there are at least. */
        static int slots(byte[] given) {
            return ByteBuffer.wrap(given).getInt(MARK.length + 16 + 8);
        }

        private static int checksum(byte[] all) {
            CRC32C crc = new CRC32C();
            crc.update(all, 0, HEADER - 4);
            return (int) crc.getValue();
        }
    }

    private KeyFile(Path file, RandomAccessFile bytes, Header header, Sync sync) {
        this.file = file;
        this.bytes = bytes;
        this.header = header;
        this.sync = sync;
    }

    /** A new file with a header, replacing what is there; not durable before {@link #force}. */
    static KeyFile create(Path file, Header header, Sync sync) throws IOException {
        OwnerOnly.createFile(file);
        RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw");
        bytes.setLength(0);
        bytes.write(header.encode(0));
        return new KeyFile(file, bytes, header, sync);
    }

    static KeyFile open(Path file, Sync sync) throws IOException {
        OwnerOnly.require(file);
        RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw");
        byte[] first = new byte[HEADER];
        try {
            if (bytes.length() < HEADER) {
                throw Trouble.damaged(file, "header");
            }
            bytes.readFully(first);
            Header header = Header.decode(first).orElseThrow(() -> Trouble.damaged(file, "header"));
            KeyFile opened = new KeyFile(file, bytes, header, sync);
            int slots = Header.slots(first);
            if (opened.count() < slots) {
                throw Trouble.damaged(file, "cut off after slot " + opened.count() + " of " + slots);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    Header header() {
        return header;
    }

    /** How many whole slots there are; the last may be all zeros. */
    int count() throws IOException {
        return (int) ((bytes.length() - HEADER) / Slot.BYTES);
    }

    /** Takes away a last slot that was not written whole, which nobody was told of. */
    void cutTornTail() throws IOException {
        int whole = count();
        boolean zeros = whole > 0 && isZero(raw(whole - 1));
        long sound = HEADER + (long) (zeros ? whole - 1 : whole) * Slot.BYTES;
        if (sound < bytes.length()) {
            bytes.setLength(sound);
            force();
        }
    }

    Slot read(int slot) throws IOException {
        return Slot.decode(raw(slot)).orElseThrow(() -> Trouble.damaged(file, "slot " + slot));
    }

    /** Says in the header that all slots are durable, which they are, or all that is written is at the next force. */
    void noteCount() throws IOException {
        byte[] encoded = header.encode(count());
        bytes.seek(0);
        bytes.write(encoded);
    }

    void append(Slot slot) throws IOException {
        bytes.seek(HEADER + (long) count() * Slot.BYTES);
        bytes.write(slot.encode());
    }

    void overwrite(int place, Slot slot) throws IOException {
        bytes.seek(HEADER + (long) place * Slot.BYTES);
        bytes.write(slot.encode());
    }

    /**
     * Writes the last slot again as it is, so that the next {@link #force} speaks of it: whoever wrote it may have been
     * told that it is not durable, and the operating system says so once, to one, and then takes it for written.
     */
    void rewriteLast() throws IOException {
        int last = count() - 1;
        if (last >= 0) {
            byte[] raw = raw(last);
            bytes.seek(HEADER + (long) last * Slot.BYTES);
            bytes.write(raw);
        }
    }

    /** Makes durable what was written. Having failed once it fails always: a second try would only seem to succeed. */
    void force() throws IOException {
        if (unsure) {
            throw new IOException("a sync failed before");
        }
        unsure = true;
        sync.force(bytes.getFD());
        unsure = false;
    }

    /** Whether a sync failed, so that nobody knows what is durable. */
    boolean isUnsure() {
        return unsure;
    }

    private byte[] raw(int slot) throws IOException {
        byte[] read = new byte[Slot.BYTES];
        bytes.seek(HEADER + (long) slot * Slot.BYTES);
        bytes.readFully(read);
        return read;
    }

    private static boolean isZero(byte[] all) {
        for (byte one : all) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
