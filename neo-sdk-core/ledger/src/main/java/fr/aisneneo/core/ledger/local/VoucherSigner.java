package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes vouchers as text and reads them, signed with Ed25519 (RFC 8032). Whoever has the public key can read one
 * without a network and knows that it is genuine; whether it was redeemed only the ledger knows.
 *
 * <p>The text is {@code base64url(body) "." base64url(signature)}, without padding, where the body is {@code id "|"
 * fund "|" minor units "|" currency "|" decimals "|" second of the expiry} in ASCII. What is signed is the line
 * {@code aisne-neo voucher 1}, ended by a line feed, and then the body: so nothing else that is signed with the same
 * key passes for a voucher, and no voucher for anything else.
 *
 * <p>Thread-safe.
 */
public final class VoucherSigner {
    private static final String ALGORITHM = "Ed25519";
    private static final byte[] DOMAIN = "aisne-neo voucher 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST = 400;

    private VoucherSigner() {}

    /**
     * The text of a voucher.
     *
     * @param voucher the voucher
     * @param key the issuer's private key, Ed25519
     * @return URL-safe text for a QR code
     * @throws IllegalArgumentException if the key is of another kind
     */
    public static String write(Voucher voucher, PrivateKey key) {
        String body = voucher.id() + "|" + voucher.fund() + "|"
                + voucher.amount().minorUnits() + "|"
                + voucher.amount().currency() + "|" + voucher.amount().amount().scale() + "|"
                + voucher.expires().getEpochSecond();
        byte[] bytes = body.getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(DOMAIN);
            signature.update(bytes);
            Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
            return encoder.encodeToString(bytes) + "." + encoder.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a private key for Ed25519", e);
        }
    }

    /**
     * Reads a voucher.
     *
     * @param text what was scanned, of any length
     * @param key the issuer's public key, Ed25519
     * @return the voucher, genuine
     * @throws InvalidInputException {@code ledger.local.voucher_false} for anything else
     */
    public static Voucher read(String text, PublicKey key) {
        int dot = text.indexOf('.');
        if (text.length() > LONGEST || dot < 0) {
            throw falseVoucher();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text.substring(0, dot));
            byte[] signed = Base64.getUrlDecoder().decode(text.substring(dot + 1));
            if (!isSigned(bytes, signed, key)) {
                throw falseVoucher();
            }
            String[] parts = new String(bytes, StandardCharsets.US_ASCII).split("\\|", -1);
            Currency currency = new Currency(parts[3], Integer.parseInt(parts[4]));
            return new Voucher(
                    UUID.fromString(parts[0]),
                    AccountId.parse(parts[1]),
                    Money.ofMinorUnits(Long.parseLong(parts[2]), currency),
                    Instant.ofEpochSecond(Long.parseLong(parts[5])));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException | NeoException e) {
            throw falseVoucher();
        }
    }

    private static boolean isSigned(byte[] bytes, byte[] signed, PublicKey key) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(DOMAIN);
            signature.update(bytes);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static InvalidInputException falseVoucher() {
        return new InvalidInputException(LocalError.VOUCHER_FALSE, "voucher");
    }
}
