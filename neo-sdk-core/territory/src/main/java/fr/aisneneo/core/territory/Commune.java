package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.Siren;
import fr.aisneneo.core.text.PlainLine;
import fr.aisneneo.core.time.Validity;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A commune as it is, or was, for a time. Source: INSEE, Code officiel géographique; postcodes of La Poste.
 *
 * <p>Immutable and thread-safe.
 *
 * @param code its INSEE code
 * @param name its name with its article, such as {@code La Fère}, 1 to {@value #LONGEST_NAME} characters
 * @param postcodes its postcodes of five digits, sorted, without repetition, up to {@value #MOST_POSTCODES}
 * @param population its legal population, 0 to {@value #LARGEST_POPULATION}, or null where it is not known
 * @param siren the number of the commune as an organisation, or null where it is not known
 * @param arrondissement the code of its arrondissement (department and one or two digits), or null where it has none
 * @param epci the group of communes that it is a member of, or null where it is in none
 * @param validity since when these facts are known to hold, and through when they did
 */
public record Commune(
        InseeCode code,
        String name,
        List<String> postcodes,
        @Nullable Integer population,
        @Nullable Siren siren,
        @Nullable String arrondissement,
        @Nullable Epci epci,
        Validity validity) {
    /** The longest name, in characters; the longest of France has 45. */
    public static final int LONGEST_NAME = 100;

    /** The most postcodes; Paris has 21. */
    public static final int MOST_POSTCODES = 50;

    /** The largest population. */
    public static final int LARGEST_POPULATION = 10_000_000;

    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final Pattern ARRONDISSEMENT = Pattern.compile("[0-9][0-9AB][0-9]{1,2}");

    /**
     * Checks the fields and sorts the postcodes.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.too_large}, {@code input.malformed} or
     *     {@code input.out_of_range}, naming the field
     */
    public Commune {
        if (code == null || validity == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, code == null ? "code" : "validity");
        }
        name = PlainLine.require(name, "name", LONGEST_NAME);
        postcodes = postcodes == null ? List.of() : checkedPostcodes(postcodes, "postcodes");
        population = population == null ? null : checkedPopulation(population, "population");
        arrondissement = arrondissement == null ? null : checkedArrondissement(arrondissement, "arrondissement");
    }

    static List<String> checkedPostcodes(List<String> given, String field) {
        if (given.size() > MOST_POSTCODES) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", MOST_POSTCODES));
        }
        for (String postcode : given) {
            if (!POSTCODE.matcher(postcode).matches()) {
                throw new InvalidInputException(CoreError.INPUT_MALFORMED, field, Map.of("expected", "02000"));
            }
        }
        return given.stream().distinct().sorted().toList();
    }

    static Integer checkedPopulation(Integer given, String field) {
        if (given < 0 || given > LARGEST_POPULATION) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", 0, "max", LARGEST_POPULATION));
        }
        return given;
    }

    static String checkedArrondissement(String given, String field) {
        if (!ARRONDISSEMENT.matcher(given).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, field, Map.of("expected", "022"));
        }
        return given;
    }

    /**
     * A commune of which only the name is known.
     *
     * @param code its INSEE code
     * @param name its name
     * @param validity since when
     * @return the commune
     * @throws InvalidInputException if the name is blank or too long
     */
    public static Commune of(InseeCode code, String name, Validity validity) {
        return new Commune(code, name, List.of(), null, null, null, null, validity);
    }

    /**
     * The same facts for another time.
     *
     * @param other the time
     * @return the changed commune
     */
    public Commune valid(Validity other) {
        return new Commune(code, name, postcodes, population, siren, arrondissement, epci, other);
    }

    /**
     * The department.
     *
     * @return {@code 02}, {@code 2A}, or three digits overseas
     */
    public String department() {
        return code.department();
    }
}
