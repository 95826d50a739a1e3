package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code in the Javadoc of the packages is all that stands between the markers of the tests that run it. */
class ToursTest {
    private static final Path MAIN = Path.of("src/main/java/fr/aisneneo/core/ledger");
    private static final Path TEST = Path.of("src/test/java/fr/aisneneo/core/ledger");
    private static final Pattern SHOWN = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);
    private static final Pattern RUN = Pattern.compile(" // tour\n(.*?)\n +// end\n", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "package-info.java, TourTest.java, 7",
        "order/package-info.java, OrderTourTest.java, 3",
        "local/package-info.java, LocalTourTest.java, 5"
    })
    void whatIsShownIsRun(String page, String test, int parts) throws IOException {
        List<String> shown = parts(SHOWN, MAIN.resolve(page)).stream()
                .map(part -> part.replaceAll("(?m)^ \\*", ""))
                .map(ToursTest::withoutSpace)
                .toList();
        List<String> run = parts(RUN, TEST.resolve(test)).stream()
                .map(ToursTest::withoutSpace)
                .toList();

        assertThat(shown).hasSize(parts).isEqualTo(run);
    }

    private static List<String> parts(Pattern form, Path file) throws IOException {
        String text = Files.readString(file).replace("\r\n", "\n");
        return form.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** Lines are broken elsewhere in a test, which is indented more. */
    private static String withoutSpace(String code) {
        return code.replaceAll("\\s+", "");
    }
}
