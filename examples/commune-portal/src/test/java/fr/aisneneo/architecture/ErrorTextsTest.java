package fr.aisneneo.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import fr.aisneneo.core.error.ErrorCode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every error of every library has its own code, and says the same in French and in English. */
class ErrorTextsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    static List<ErrorCode> errors() {
        return new ClassFileImporter()
                .importLocations(Library.all().stream().map(Library::location).toList()).stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(ErrorCode.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Stream.of(type.getEnumConstants()))
                        .map(ErrorCode.class::cast)
                        .toList();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void anErrorHasAWellFormedCodeAndATextInBothLanguages(ErrorCode error) {
        String french = error.text(Locale.FRENCH, Map.of());
        String english = error.text(Locale.ENGLISH, Map.of());
        assertThat(error.code()).matches("[a-z][a-z_]*(\\.[a-z][a-z_]*)*");
        assertThat(french)
                .as("French text of %s", error.code())
                .isNotEqualTo(error.code())
                .isNotEqualTo(english)
                .doesNotContain("'");
        assertThat(english).as("English text of %s", error.code()).isNotEqualTo(error.code());
        assertThat(placeholdersOf(french))
                .as("facts in both texts of %s", error.code())
                .isEqualTo(placeholdersOf(english));
    }

    @Test
    void noCodeIsUsedTwice() {
        assertThat(errors().stream().map(ErrorCode::code)).isNotEmpty().doesNotHaveDuplicates();
    }

    private static Set<String> placeholdersOf(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
