package fr.aisneneo.core.tck.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("heavy")
class ChildJvmTest {

    /** Says its arguments and what is around it, then every line that it is told, and ends with its input. */
    static final class Echo {
        public static void main(String[] arguments) throws IOException {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            List.of(arguments).forEach(out::println);
            out.println(System.getProperty("of.the.test") + " " + System.getenv("OF_THE_TEST"));
            out.println(Neo.class.getSimpleName());
            out.println(ProcessHandle.current().pid());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(line);
                if (line.equals("end")) {
                    System.exit(7);
                }
            }
        }
    }

    @Test
    void itIsToldLinesAndSaysLinesAndEndsByItself() {
        ChildCommand command = ChildCommand.of(Echo.class, "Aisne à l’écoute", "")
                .with(List.of("-Dof.the.test=property"))
                .in(Map.of("OF_THE_TEST", "variable"));
        try (ChildJvm child = command.start()) {
            assertThat(child.line()).isEqualTo("Aisne à l’écoute");
            assertThat(child.line()).isEmpty();
            assertThat(child.line()).isEqualTo("property variable");
            assertThat(child.line()).as("the classes of this JVM are there").isEqualTo("Neo");
            assertThat(child.line()).isEqualTo(Long.toString(child.pid()));
            for (String line : List.of("one", "two", "done")) {
                child.tell(line);
            }
            assertThat(child.linesBefore("done")).containsExactly("one", "two");
            child.tell("end");
            assertThat(child.lines()).containsExactly("end");
            assertThat(child.line()).as("nothing after the end").isNull();
            assertThat(child.end()).isEqualTo(7);
            assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> child.linesBefore("more"));
        }
    }

    @Test
    void whatItSaidBeforeItWasKilledIsHeard() {
        try (ChildJvm child = ChildJvm.start(Echo.class)) {
            child.tell("last words");
            assertThat(child.linesBefore("last words")).hasSize(3);
            child.tell("never read by anybody");
            assertThat(child.kill()).allMatch("never read by anybody"::startsWith);
            assertThat(child.end()).isNotZero();
            assertThat(child.kill()).as("killing again does nothing").isEmpty();
        }
    }

    @Test
    void aWrapperThatIsNotThereDoesNotWork() {
        assertThat(ChildCommand.works(List.of("no-such-program-anywhere"))).isFalse();
    }
}
