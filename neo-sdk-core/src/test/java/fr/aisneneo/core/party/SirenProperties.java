package fr.aisneneo.core.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SirenProperties {

    @Property
    void ofTenLastDigitsOnePassesAndAnyMistypedDigitIsFound(
            @ForAll @IntRange(min = 1, max = 99_999_999) int start,
            @ForAll @IntRange(min = 0, max = 8) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String eight = Integer.toString(100_000_000 + start).substring(1);
        List<String> valid = IntStream.range(0, 10)
                .mapToObj(last -> eight + last)
                .filter(SirenProperties::passes)
                .toList();
        assertThat(valid).hasSize(1);
        char[] mistyped = valid.get(0).toCharArray();
        mistyped[place] = (char) ('0' + (mistyped[place] - '0' + shift) % 10);
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Siren(new String(mistyped)));
    }

    private static boolean passes(String number) {
        try {
            return new Siren(number).value().equals(number);
        } catch (InvalidInputException e) {
            return false;
        }
    }
}
