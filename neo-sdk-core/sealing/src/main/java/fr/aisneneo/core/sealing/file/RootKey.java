package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.sealing.internal.AesGcm;
import fr.aisneneo.core.sealing.internal.Primitives;
import fr.aisneneo.core.sealing.spi.DataKey;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The key that wraps all others, in a file of its own: a mark (8), the id (8), the key (32), and the key of the id to
 * tell damage by: an encryption of nothing (28). Immutable and thread-safe.
 *
 * @param id 16 hexadecimal digits
 * @param cipher the key
 */
record RootKey(String id, AesGcm cipher) {
    private static final byte[] MARK = "NEOROOT1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECK = AesGcm.NONCE_BYTES + AesGcm.TAG_BYTES;
    private static final int BYTES = 8 + 8 + DataKey.BYTES + CHECK;

    static Path file(Path directory, String id) {
        return directory.resolve("root-" + id + ".key");
    }

    /** Makes a key in a file, durable in a directory whose names are forced later. */
    static RootKey create(Path directory) throws IOException {
        byte[] id = AesGcm.random(8);
        byte[] secret = AesGcm.random(DataKey.BYTES);
        AesGcm cipher = new AesGcm(secret, new Primitives());
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .put(MARK)
                .put(id)
                .put(secret)
                .put(cipher.seal(new byte[0], id))
                .array();
        String name = HexFormat.of().formatHex(id);
        Path file = file(directory, name);
        OwnerOnly.createFile(file);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(bytes);
            out.getFD().sync();
        }
        return new RootKey(name, cipher);
    }

    static RootKey read(Path directory, String id) throws IOException {
        Path file = file(directory, id);
        if (!Files.exists(file)) {
            throw Trouble.damaged(file, "missing");
        }
        OwnerOnly.require(file);
        byte[] bytes = Files.readAllBytes(file);
        byte[] named = HexFormat.of().parseHex(id);
        if (bytes.length != BYTES
                || !Arrays.equals(MARK, Arrays.copyOf(bytes, 8))
                || !Arrays.equals(named, Arrays.copyOfRange(bytes, 8, 16))) {
            throw Trouble.damaged(file, "root key");
        }
        AesGcm cipher = new AesGcm(Arrays.copyOfRange(bytes, 16, 16 + DataKey.BYTES), new Primitives());
        byte[] check = Arrays.copyOfRange(bytes, BYTES - CHECK, BYTES);
        if (cipher.open(check, named).isEmpty()) {
            throw Trouble.damaged(file, "root key");
        }
        return new RootKey(id, cipher);
    }

    /** Overwrites the file in place, makes that durable, and deletes it. */
    static void destroy(Path file) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] nothing = new byte[(int) Math.max(BYTES, Math.min(out.length(), 4096))];
            out.write(nothing);
            out.getFD().sync();
        }
        Files.delete(file);
    }

    byte[] wrap(DataKey key, Slot slot, String store) {
        return cipher.seal(key.secret(), slot.associated(store));
    }

    Optional<DataKey> unwrap(Slot slot, String store) {
        return cipher.open(HexFormat.of().parseHex(slot.wrapped()), slot.associated(store))
                .map(secret -> new DataKey(slot.keyId(), secret));
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "RootKey[" + id + "]";
    }
}
