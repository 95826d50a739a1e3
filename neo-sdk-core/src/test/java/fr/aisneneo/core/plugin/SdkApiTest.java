package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SdkApiTest {
    private static final Pattern REVISION = Pattern.compile("<revision>([0-9.]+)(?:-SNAPSHOT)?</revision>");

    @Test
    void theVersionIsThatOfTheBuildWithoutItsQualifier() throws IOException {
        Path classes = PluginJar.place(SdkApi.class);
        Path pom = classes.resolve("../../../pom.xml").normalize();

        Matcher revision = REVISION.matcher(Files.readString(pom));

        assertThat(revision.find()).as("a revision in the root POM").isTrue();
        assertThat(SdkApi.version()).isEqualTo(revision.group(1));
    }
}
