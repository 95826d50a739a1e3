package fr.aisneneo.core.party;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.text.PlainLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a party is and how it is reached. Never in events, in messages or in a log: {@link #toString()} shows nothing.
 *
 * <p>Immutable and thread-safe.
 *
 * @param displayName the name for people, 1 to {@value #LONGEST_NAME} characters
 * @param email an address of the usual form {@code local@domain}, up to {@value #LONGEST_EMAIL} characters, or null
 * @param phone a number in the international form of ITU-T E.164, such as {@code +33323202020}, or null; spaces, dots,
 *     hyphens and brackets are taken out, and a French number of ten digits is given its {@code +33}
 */
public record PersonalData(
        String displayName,
        @Nullable String email,
        @Nullable String phone) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 200;

    /** The longest address, in characters (RFC 5321, section 4.5.3.1.3, with the erratum 1690). */
    public static final int LONGEST_EMAIL = 254;

    private static final int LONGEST_PHONE = 40;
    // The characters of RFC 5322's dot-atom, and letters beyond ASCII as in RFC 6531; no quoted local parts.
    private static final Pattern EMAIL = Pattern.compile(
            "(?=.{1,64}@)[\\p{L}\\p{Nd}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{Nd}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@(?:[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}-]{0,61}[\\p{L}\\p{Nd}])?\\.)+\\p{L}[\\p{L}\\p{Nd}-]{0,61}\\p{L}");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\u00A0\\u202F.()/-]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern FRENCH = Pattern.compile("0[1-9][0-9]{8}");

    /**
     * Checks the fields and brings them into their form.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.too_large}, {@code party.email.malformed} or
     *     {@code party.phone.malformed}; no value is in the message
     */
    public PersonalData {
        displayName = PlainLine.require(displayName, "displayName", LONGEST_NAME);
        email = email == null || email.isBlank() ? null : checkedEmail(email);
        phone = phone == null || phone.isBlank() ? null : checkedPhone(phone);
    }

    /**
     * A name alone.
     *
     * @param displayName the name for people
     * @return the data
     * @throws InvalidInputException if it is blank, too long or malformed
     */
    public static PersonalData named(String displayName) {
        return new PersonalData(displayName, null, null);
    }

    private static String checkedEmail(String given) {
        bound(given, "email", LONGEST_EMAIL);
        String email = given.strip();
        if (!EMAIL.matcher(email).matches()) {
            throw new InvalidInputException(PartyError.EMAIL_MALFORMED, "email");
        }
        return email;
    }

    private static String checkedPhone(String given) {
        bound(given, "phone", LONGEST_PHONE);
        String digits = PUNCTUATION.matcher(given).replaceAll("");
        if (FRENCH.matcher(digits).matches()) {
            return "+33" + digits.substring(1);
        }
        if (!INTERNATIONAL.matcher(digits).matches()) {
            throw new InvalidInputException(PartyError.PHONE_MALFORMED, "phone");
        }
        return digits;
    }

    private static void bound(String given, String field, int longest) {
        if (given.length() > longest) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", longest));
        }
    }

    /**
     * What is different from other personal data.
     *
     * @param before the other data, or empty for none
     * @return the names of the fields, sorted, without values
     */
    public List<String> differences(Optional<PersonalData> before) {
        List<String> fields = new ArrayList<>();
        if (!Optional.of(displayName).equals(before.map(PersonalData::displayName))) {
            fields.add("displayName");
        }
        if (!Objects.equals(email, before.map(PersonalData::email).orElse(null))) {
            fields.add("email");
        }
        if (!Objects.equals(phone, before.map(PersonalData::phone).orElse(null))) {
            fields.add("phone");
        }
        return List.copyOf(fields);
    }

    @Override
    public String toString() {
        return "PersonalData[…]";
    }
}
