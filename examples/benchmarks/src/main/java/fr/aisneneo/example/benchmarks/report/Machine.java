package fr.aisneneo.example.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the run was made on, without a name of the machine or a path of it.
 *
 * @param facts what is shown, by name, in order
 */
public record Machine(Map<String, String> facts) {
    private static final int SYNCS = 51;
    private static final int BLOCK = 4_096;
    private static final double BYTES_PER_GB = 1 << 30;

    /**
     * Looks at the machine.
     *
     * @param directory a directory on the file system that is measured
     * @return what there is to say
     * @throws IOException if the disk cannot be looked at
     */
    public static Machine look(Path directory) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("processor", processor());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        facts.put("memory", Math.round(system.getTotalMemorySize() / BYTES_PER_GB) + " GB");
        facts.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        facts.put("file system", Files.getFileStore(directory).type());
        facts.put("fdatasync of one block, median", Numbers.text(syncMicros(directory)) + " µs");
        facts.put("Java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("heap", Math.round(Runtime.getRuntime().maxMemory() / BYTES_PER_GB) + " GB");
        return new Machine(facts);
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(info)) {
            return System.getProperty("os.arch", "?");
        }
        try (Stream<String> lines = Files.lines(info)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch", "?"));
        }
    }

    private static double syncMicros(Path directory) throws IOException {
        Path file = Files.createTempFile(directory, "sync", "");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            channel.write(block, 0);
            channel.force(true);
            long[] nanos = new long[SYNCS];
            for (int i = 0; i < SYNCS; i++) {
                long start = System.nanoTime();
                channel.write(block.clear(), 0);
                channel.force(false);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            return nanos[SYNCS / 2] / 1e3;
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
