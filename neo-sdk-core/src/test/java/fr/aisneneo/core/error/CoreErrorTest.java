package fr.aisneneo.core.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoreErrorTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z]+}");

    @ParameterizedTest
    @EnumSource
    void everyCodeHasASentenceInBothLanguagesWithTheSameFacts(CoreError error) {
        String french = error.text(Locale.FRENCH, Map.of());
        String english = error.text(Locale.ENGLISH, Map.of());
        assertThat(french).isNotEqualTo(error.code()).isNotEqualTo(english).matches("(?s).*[.}]");
        assertThat(english).isNotEqualTo(error.code()).matches("(?s).*[.}]");
        assertThat(placeholders(french)).isEqualTo(placeholders(english));
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    @Test
    void codesAreUnique() {
        assertThat(Arrays.stream(CoreError.values()).map(CoreError::code)).doesNotHaveDuplicates();
    }

    @Test
    void theLanguageIsTheOneAskedForWhateverTheMachineSpeaks() {
        ConflictException taken =
                new ConflictException(CoreError.DOCUMENT_EXISTS, Map.of("collection", "note", "id", "a"));
        assertThat(taken.message(Locale.CANADA_FRENCH)).isEqualTo("L’identifiant a est déjà utilisé dans note.");
        assertThat(taken.message(Locale.UK)).isEqualTo("The identifier a is already used in note.");
        assertThat(taken.message(new Locale("tr", "TR"))).isEqualTo(taken.message(Locale.ENGLISH));
        assertThat(taken).hasMessage("[storage.document.exists] The identifier a is already used in note.");
        assertThat(taken.facts()).containsOnly(Map.entry("collection", "note"), Map.entry("id", "a"));
    }

    @Test
    void aValueThatLooksLikeAPlaceholderStaysAsItIs() {
        InvalidInputException malformed =
                new InvalidInputException(CoreError.INPUT_MALFORMED, "{expected}", Map.of("expected", "{field}"));
        assertThat(malformed.message(Locale.ENGLISH))
                .isEqualTo("The field {expected} is not in the expected form: {field}.");
        assertThat(malformed.field()).isEqualTo("{expected}");
    }

    @Test
    void textsInOneLanguageOnlyAreFoundOutWhenTheyAreLoaded() {
        Function<String, InputStream> resources = name ->
                new ByteArrayInputStream((name.contains("_fr") ? "a=x\nb=y" : "a=x").getBytes(StandardCharsets.UTF_8));
        assertThatIllegalStateException()
                .isThrownBy(() -> MessageBundle.load(resources))
                .withMessageContaining("[b]");
        assertThatIllegalStateException()
                .isThrownBy(() -> MessageBundle.load(name -> null))
                .withMessageContaining("messages_fr.properties");
    }
}
