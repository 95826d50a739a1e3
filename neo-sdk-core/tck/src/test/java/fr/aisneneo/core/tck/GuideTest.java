package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The guide for engine authors says what is there. */
class GuideTest {
    private static final Path CORE = Path.of("..").toAbsolutePath().normalize();
    private static final Path GUIDE = CORE.resolve("docs/writing-a-storage-engine.md");
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- source: (\\S+) -->\n)?```java\n(.*?)```", Pattern.DOTALL);

    @Test
    void itsCodeIsTakenFromTestedSources() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(GUIDE));
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(blocks.group(1)).as("source of %s", blocks.group(2)).isNotNull();
            String source = withoutIndentation(Files.readString(CORE.resolve(blocks.group(1))));
            assertThat(source).contains(withoutIndentation(blocks.group(2)));
        }
        assertThat(found).isPositive();
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }

    @Test
    void itNamesEveryGroupAndCountsItsCases() throws IOException {
        String guide = Files.readString(GUIDE);
        int everywhere = 0;
        int durable = 0;
        for (String row : guide.lines().filter(line -> line.startsWith("| `")).toList()) {
            Matcher cells =
                    Pattern.compile("\\| (`[A-Z][^|]*) \\| (\\d+) \\|.*").matcher(row);
            if (cells.matches()) {
                int counted = 0;
                boolean general = false;
                for (Class<?> group : groups(cells.group(1))) {
                    counted += cases(group);
                    general |= group.isAssignableFrom(StorageTck.class);
                }
                assertThat(Integer.parseInt(cells.group(2))).as(row).isEqualTo(counted);
                everywhere += general ? counted : 0;
                durable += general ? 0 : counted;
            }
        }
        assertThat(everywhere).isEqualTo(allCases(StorageTck.class));
        assertThat(everywhere + durable).isEqualTo(allCases(DurableStorageTck.class));
        assertThat(guide).contains(everywhere + " cases for every engine and " + durable + " more for a durable one");
    }

    private static List<Class<?>> groups(String cell) {
        List<Class<?>> groups = new ArrayList<>();
        for (String name : cell.replace("`", "").split(", ", -1)) {
            try {
                groups.add(Class.forName(GuideTest.class.getPackageName() + "." + name));
            } catch (ClassNotFoundException e) {
                throw new AssertionError("The guide names a group that is not there: " + name, e);
            }
        }
        return groups;
    }

    private static int cases(Class<?> group) {
        int cases = 0;
        for (var method : group.getDeclaredMethods()) {
            cases += method.isAnnotationPresent(Test.class) || method.isAnnotationPresent(Property.class) ? 1 : 0;
        }
        return cases;
    }

    private static int allCases(Class<?> contract) {
        int cases = 0;
        for (Class<?> type = contract; type != Object.class; type = type.getSuperclass()) {
            for (Class<?> group : type.getInterfaces()) {
                cases += cases(group);
            }
        }
        return cases;
    }
}
