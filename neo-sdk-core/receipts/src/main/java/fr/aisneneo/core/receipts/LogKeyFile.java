package fr.aisneneo.core.receipts;

import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signing key in a file that only its owner may read: two lines of base64, the private key in PKCS #8 and the
 * public one in X.509. Keep a copy apart from the store's backups; whoever has it can sign in the town's name.
 *
 * <p>Thread-safe. Whoever opens a file that another thread or process is just making may be refused with
 * {@code receipts.key}, and may try again.
 */
public final class LogKeyFile {
    private LogKeyFile() {}

    /**
     * Reads the key of a file, or makes one where there is no file.
     *
     * @param name the log's name, as in {@link LogSigner#of}
     * @param file the file; its directory exists
     * @return a signer with that key
     * @throws StorageException {@code receipts.key} if it is not a key file, cannot be read, or others may read it
     */
    public static LogSigner open(String name, Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            requireOwnerOnly(file);
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            Base64.Decoder base64 = Base64.getDecoder();
            return LogSigner.of(
                    name,
                    new KeyPair(
                            keys.generatePublic(new X509EncodedKeySpec(base64.decode(lines.get(1)))),
                            keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(lines.get(0))))));
        } catch (IOException e) {
            throw unusable(file, e.getClass().getSimpleName(), e);
        } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw unusable(file, "no Ed25519 key", e);
        }
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        String text = base64.encodeToString(pair.getPrivate().getEncoded()) + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded()) + "\n";
        try {
            if (isPosix(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
        } catch (FileAlreadyExistsException e) {
            // Another process was first, and its key is the one.
            return;
        }
        Files.writeString(file, text, StandardCharsets.US_ASCII, StandardOpenOption.SYNC, StandardOpenOption.WRITE);
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void requireOwnerOnly(Path file) throws IOException {
        if (isPosix(file)) {
            Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
            if (!PosixFilePermissions.toString(rights).endsWith("------")) {
                throw unusable(file, "chmod 600: " + PosixFilePermissions.toString(rights), null);
            }
        }
    }

    private static StorageException unusable(Path file, String reason, @org.jspecify.annotations.Nullable Exception e) {
        return new StorageException(ReceiptsError.KEY, Map.of("file", file, "reason", reason), e);
    }
}
