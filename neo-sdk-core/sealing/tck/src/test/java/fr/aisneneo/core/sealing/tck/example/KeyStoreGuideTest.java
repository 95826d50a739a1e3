package fr.aisneneo.core.sealing.tck.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.sealing.tck.KeyStoreTck;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The guide for authors of key stores says what is there, and the example does what it says. */
class KeyStoreGuideTest {
    private static final Path CORE = Path.of("../..").toAbsolutePath().normalize();
    private static final Path GUIDE = CORE.resolve("docs/writing-a-key-store.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- source: (\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern GROUP = Pattern.compile("(?m)^\\| `([A-Z]\\w+)` \\| (\\d+) \\|");

    private final SecretKey secret = new SecretKeySpec(Wrapping.random(32), "AES");

    @TempDir
    private Path folder;

    @Test
    void theSdkSealsWithTheExample() {
        Path path = folder.resolve("keys");
        try (Neo neo = Neo.open("memory:")) {
            KeyStore keys = TextFileKeyStore.open(path, secret);
            Sealing sealing = Sealing.of(neo, keys);
            try (keys;
                    sealing) {
                assertThatExceptionOfType(StorageException.class)
                        .isThrownBy(() -> Sealing.of(neo, new MemoryKeyStore()))
                        .satisfies(e -> assertThat(e.facts()).containsEntry("expected", keys.id()));
            }
        }
    }

    @Test
    void theExampleRefusesAnotherSecretAndASecondUser() {
        Path path = folder.resolve("keys");
        try (KeyStore keys = TextFileKeyStore.open(path, secret)) {
            assertThat(keys.id()).isNotEmpty();
            assertRefused(path, secret, "sealing.key_store.busy");
        }
        assertRefused(path, new SecretKeySpec(Wrapping.random(32), "AES"), "sealing.key_store.damaged");
    }

    private static void assertRefused(Path path, SecretKey secret, String code) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> TextFileKeyStore.open(path, secret).close())
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    @Test
    void itsCodeIsTakenFromTestedSources() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(blocks.group(1)).as("source of %s", blocks.group(2)).isNotNull();
            String source = withoutIndentation(Files.readString(CORE.resolve(blocks.group(1))));
            assertThat(source).contains(withoutIndentation(blocks.group(2)));
        }
        assertThat(found).isEqualTo(4);
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }

    @Test
    void itNamesEveryGroupAndCountsItsCases() throws IOException {
        Map<String, Long> told = new LinkedHashMap<>();
        GROUP.matcher(Files.readString(GUIDE))
                .results()
                .forEach(row -> told.put(row.group(1), Long.parseLong(row.group(2))));
        Map<String, Long> there = new LinkedHashMap<>();
        for (Class<?> group : KeyStoreTck.class.getInterfaces()) {
            there.put(
                    group.getSimpleName(),
                    Arrays.stream(group.getDeclaredMethods())
                            .filter((Method method) -> method.isAnnotationPresent(Test.class))
                            .count());
        }
        assertThat(told).isEqualTo(there);
    }
}
