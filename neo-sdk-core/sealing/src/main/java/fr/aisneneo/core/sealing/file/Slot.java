package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.sealing.internal.AesGcm;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * One of the equal places of a key file. They are aligned to 256 bytes, so that none lies across two sectors of a disk
 * and each is written whole or not at all.
 *
 * <p>Its bytes: the type (1), the length of tenant and purpose (1 each), a reserved byte, the holder (16), the id of
 * the key (8), the wrapped key (60), tenant and purpose in ASCII, zeros, and CRC-32C (4).
 *
 * @param type what it says
 * @param tenant the tenant, as text
 * @param holder whose
 * @param purpose for what; empty for a tombstone
 * @param keyId the id of the key; zeros for a tombstone
 * @param wrapped the wrapped key, in hexadecimal; zeros where it was destroyed
 */
record Slot(Type type, String tenant, UUID holder, String purpose, String keyId, String wrapped) {
    static final int BYTES = 256;
    static final int WRAPPED_BYTES = AesGcm.NONCE_BYTES + DataKey.BYTES + AesGcm.TAG_BYTES;
    private static final String NO_KEY = "0".repeat(16);
    private static final String NOTHING = "0".repeat(2 * WRAPPED_BYTES);
    private static final int CRC = BYTES - 4;

    /** What a slot says; the code is what stands in the file. */
    enum Type {
        /** A wrapped key. */
        KEY(1),
        /** A key that was here. */
        DESTROYED(2),
        /** All keys of a holder are destroyed, for ever. */
        TOMBSTONE(3);

        private final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    static Slot key(KeyName name, String keyId) {
        return new Slot(Type.KEY, name.tenant().value(), name.holder(), name.purpose(), keyId, NOTHING);
    }

    static Slot tombstone(TenantId tenant, UUID holder) {
        return new Slot(Type.TOMBSTONE, tenant.value(), holder, "", NO_KEY, NOTHING);
    }

    Slot destroyed() {
        return new Slot(Type.DESTROYED, tenant, holder, purpose, keyId, NOTHING);
    }

    Slot wrapped(byte[] anew) {
        return new Slot(type, tenant, holder, purpose, keyId, HexFormat.of().formatHex(anew));
    }

    boolean isOf(TenantId other, UUID whose) {
        return holder.equals(whose) && tenant.equals(other.value());
    }

    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(type.code)
                .put((byte) tenant.length())
                .put((byte) purpose.length())
                .put((byte) 0);
        bytes.putLong(holder.getMostSignificantBits()).putLong(holder.getLeastSignificantBits());
        bytes.put(HexFormat.of().parseHex(keyId)).put(HexFormat.of().parseHex(wrapped));
        bytes.put(tenant.getBytes(StandardCharsets.US_ASCII)).put(purpose.getBytes(StandardCharsets.US_ASCII));
        bytes.putInt(CRC, checksum(bytes.array()));
        return bytes.array();
    }

    /** The slot, or empty if the bytes are none. */
    static Optional<Slot> decode(byte[] given) {
        ByteBuffer bytes = ByteBuffer.wrap(given);
        if (bytes.getInt(CRC) != checksum(given)) {
            return Optional.empty();
        }
        byte code = bytes.get();
        int tenantLength = bytes.get() & 0xff;
        int purposeLength = bytes.get() & 0xff;
        bytes.get();
        UUID holder = new UUID(bytes.getLong(), bytes.getLong());
        byte[] keyId = new byte[8];
        byte[] wrapped = new byte[WRAPPED_BYTES];
        bytes.get(keyId).get(wrapped);
        if (tenantLength + purposeLength > CRC - bytes.position()) {
            return Optional.empty();
        }
        byte[] tenant = new byte[tenantLength];
        byte[] purpose = new byte[purposeLength];
        bytes.get(tenant).get(purpose);
        return Arrays.stream(Type.values())
                .filter(type -> type.code == code)
                .findFirst()
                .map(type -> new Slot(
                        type,
                        new String(tenant, StandardCharsets.US_ASCII),
                        holder,
                        new String(purpose, StandardCharsets.US_ASCII),
                        HexFormat.of().formatHex(keyId),
                        HexFormat.of().formatHex(wrapped)));
    }

    /** What the wrapped key is bound to: everything else in the slot. */
    byte[] associated(String store) {
        String text = store + "|" + tenant + "|" + holder + "|" + purpose + "|" + keyId;
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static int checksum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, CRC);
        return (int) crc.getValue();
    }

    /** Without the wrapped key. */
    @Override
    public String toString() {
        return "Slot[" + type + " " + tenant + " " + holder + " " + purpose + " " + keyId + "]";
    }
}
