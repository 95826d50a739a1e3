package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What a till shows for a phone to scan: whom to pay, and if it is known how much and what for. Its text has capitals
 * and digits only, which a QR code holds most densely (ISO/IEC 18004, alphanumeric mode), and ends with a checksum
 * against misreading. It is not signed: whoever pays sees whom and how much, and confirms.
 *
 * @param to whom to pay
 * @param currency what in
 * @param amount how much, in minor units, more than 0; null if the payer says it
 * @param code what for, 1 to 65,535
 * @param reference an id of the payee's, if any
 */
public record PaymentCode(
        AccountId to,
        Currency currency,
        @Nullable Long amount,
        int code,
        @Nullable UUID reference) {
    private static final String PREFIX = "NEO:PAY/1/";
    private static final Pattern FORM = Pattern.compile(
            "NEO:PAY/1/([0-9A-F]{32})/([A-Z0-9]{3,8})/([0-6])/([1-9][0-9]{0,18})?/([1-9][0-9]{0,4})/([0-9A-F]{32})?/([0-9A-F]{8})");

    /** What a code of any version begins with. */
    private static final Pattern VERSIONED = Pattern.compile("NEO:PAY/([1-9][0-9]{0,2})/.*");

    private static final int LONGEST = 200;

    /**
     * Checks the numbers.
     *
     * @throws InvalidInputException {@code ledger.local.code_malformed}
     */
    public PaymentCode {
        if ((amount != null && amount < 1) || code < 1 || code > 65_535) {
            throw malformed();
        }
    }

    /**
     * The amount as money.
     *
     * @return the amount; null if the payer says it
     */
    public @Nullable Money money() {
        return amount == null ? null : Money.ofMinorUnits(amount, currency);
    }

    /**
     * The text for the QR code.
     *
     * @return at most 140 characters of its alphanumeric mode
     */
    public String text() {
        String body = PREFIX + hex(to.value()) + "/" + currency.code() + "/" + currency.scale() + "/"
                + (amount == null ? "" : amount) + "/" + code + "/" + (reference == null ? "" : hex(reference)) + "/";
        return body + checksum(body);
    }

    /**
     * Reads what was scanned.
     *
     * @param text the text, of any length
     * @return the code
     * @throws InvalidInputException {@code ledger.local.code_malformed} if it is none, or was misread;
     *     {@code ledger.local.code_version} if it is one of a version that this does not know
     */
    public static PaymentCode parse(String text) {
        String bounded = text.length() > LONGEST ? "" : text;
        Matcher found = FORM.matcher(bounded);
        if (!found.matches()) {
            Matcher versioned = VERSIONED.matcher(bounded);
            if (versioned.matches() && !versioned.group(1).equals("1")) {
                throw new InvalidInputException(LocalError.CODE_VERSION, "code", Map.of("version", versioned.group(1)));
            }
            throw malformed();
        }
        String check = found.group(7);
        if (!check.equals(checksum(text.substring(0, text.length() - check.length())))) {
            throw malformed();
        }
        try {
            return new PaymentCode(
                    new AccountId(uuid(found.group(1))),
                    new Currency(found.group(2), Integer.parseInt(found.group(3))),
                    found.group(4) == null ? null : Long.valueOf(found.group(4)),
                    Integer.parseInt(found.group(5)),
                    found.group(6) == null ? null : uuid(found.group(6)));
        } catch (NumberFormatException | InvalidInputException e) {
            throw malformed();
        }
    }

    private static InvalidInputException malformed() {
        return new InvalidInputException(LocalError.CODE_MALFORMED, "code");
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static UUID uuid(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    private static String checksum(String body) {
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().withUpperCase().toHexDigits((int) crc.getValue());
    }
}
