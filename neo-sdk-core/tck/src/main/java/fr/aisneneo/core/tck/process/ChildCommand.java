package fr.aisneneo.core.tck.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How another JVM is started, with the Java and the classes of this one. Immutable and thread-safe.
 *
 * <pre>{@code
 * try (ChildJvm child = ChildCommand.of(Writer.class, store.toString())
 *         .behind(List.of("unshare", "-m"))
 *         .with(List.of("-Xmx64m"))
 *         .start()) {
 *     assertThat(child.line()).isEqualTo("ready");
 *     child.kill();
 * }
 * }</pre>
 *
 * @param wrapper a command that runs the command behind it; empty for none
 * @param environment variables besides those of this JVM
 * @param options options for Java, after {@code -Xmx256m}
 * @param known a class from whose place, and those of its superclasses, classes are to be found as well
 * @param main the class with the main method
 * @param arguments its arguments
 */
public record ChildCommand(
        List<String> wrapper,
        Map<String, String> environment,
        List<String> options,
        Class<?> known,
        Class<?> main,
        List<String> arguments) {

    /** Copies the collections. */
    public ChildCommand {
        wrapper = List.copyOf(wrapper);
        environment = Map.copyOf(environment);
        options = List.copyOf(options);
        arguments = List.copyOf(arguments);
    }

    /**
     * Runs a class, without a wrapper or options.
     *
     * @param main the class with the main method; it need not be public
     * @param arguments its arguments
     * @return the command
     */
    public static ChildCommand of(Class<?> main, String... arguments) {
        return new ChildCommand(List.of(), Map.of(), List.of(), main, main, List.of(arguments));
    }

    /**
     * With another command before it, such as {@code unshare} or {@code strace}.
     *
     * @param command a command that runs the command behind it
     * @return the changed command
     */
    public ChildCommand behind(List<String> command) {
        return new ChildCommand(command, environment, options, known, main, arguments);
    }

    /**
     * With other options for Java.
     *
     * @param others the options, after {@code -Xmx256m}
     * @return the changed command
     */
    public ChildCommand with(List<String> others) {
        return new ChildCommand(wrapper, environment, others, known, main, arguments);
    }

    /**
     * With other variables.
     *
     * @param variables variables besides those of this JVM
     * @return the changed command
     */
    public ChildCommand in(Map<String, String> variables) {
        return new ChildCommand(wrapper, variables, options, known, main, arguments);
    }

    /**
     * With the classes of another place, such as those of an author whose class the main class makes by its name.
     *
     * @param type a class from there
     * @return the changed command
     */
    public ChildCommand knowing(Class<?> type) {
        return new ChildCommand(wrapper, environment, options, type, main, arguments);
    }

    /**
     * Starts it. What it writes to its standard error appears on that of this JVM.
     *
     * @return the other JVM, to be closed
     * @throws UncheckedIOException if the command cannot be run
     */
    public ChildJvm start() {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(environment);
        try {
            return new ChildJvm(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("No other JVM could be started", e);
        }
    }

    private String classPath() {
        return ChildClassPath.of(known) + File.pathSeparator + ChildClassPath.of(main);
    }

    /**
     * Whether a wrapper can be had on this machine, for tests that are skipped where it cannot.
     *
     * @param wrapper a command that runs the command behind it
     * @return whether {@code true} behind it ends well
     */
    public static boolean works(List<String> wrapper) {
        List<String> command = new ArrayList<>(wrapper);
        command.add("true");
        try {
            Process tried = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return ChildJvm.exitStatus(tried) == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
