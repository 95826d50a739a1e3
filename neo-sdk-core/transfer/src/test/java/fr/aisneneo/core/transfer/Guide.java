package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide whose code stands in tested sources.
 *
 * @param text the whole of it
 */
record Guide(String text) {
    private static final Path CORE = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern JAVA =
            Pattern.compile("(?:<!-- source: (\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(?:#([^)]*))?\\)");

    static Guide of(String name) throws IOException {
        return new Guide(Files.readString(CORE.resolve("docs").resolve(name)));
    }

    /** Checks the code, and gives how many blocks there were. */
    int checkCode() throws IOException {
        Matcher blocks = JAVA.matcher(text);
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(blocks.group(1)).as("source of %s", blocks.group(2)).isNotNull();
            String source = withoutIndentation(Files.readString(CORE.resolve(blocks.group(1))));
            assertThat(source).contains(withoutIndentation(blocks.group(2)));
        }
        return found;
    }

    void checkLinks() throws IOException {
        Matcher links = LINK.matcher(text);
        while (links.find()) {
            Path target = CORE.resolve("docs").resolve(links.group(1)).normalize();
            assertThat(target).exists();
            if (links.group(2) != null) {
                List<String> headings = Files.readString(target)
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("^#+ ", ""))
                        .map(Guide::anchor)
                        .toList();
                assertThat(headings).contains(links.group(2));
            }
        }
    }

    private static String anchor(String heading) {
        StringBuilder anchor = new StringBuilder();
        heading.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '-') {
                anchor.appendCodePoint(Character.toLowerCase(c));
            } else if (c == ' ') {
                anchor.append('-');
            }
        });
        return anchor.toString();
    }

    List<String> shell() {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = SHELL.matcher(text);
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }
}
