package fr.aisneneo.core.rocksdb;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the chain of commits from the tables through the log files. RocksDB alone cannot tell a write that a crash
 * cut off from damage to what was acknowledged, and passes over zeros within a file; the chain, and what was noted as
 * durable while it was written, can.
 */
final class LogCheck {
    private static final Pattern NAME = Pattern.compile("\\d{6,18}\\.log");

    private final List<LogFile> files = new ArrayList<>();
    private final List<Break> breaks = new ArrayList<>();
    private long reached;
    private long acknowledged;

    /** A place where the chain broke off, and the commit up to which it had come. */
    private record Break(long reached, String what) {}

    /**
     * Reads all log files.
     *
     * @param directory where they are
     * @param flushed the last commit that the tables hold
     * @param marked the last commit that is marked as acknowledged
     */
    LogCheck(Path directory, long flushed, long marked) throws IOException {
        reached = flushed;
        acknowledged = marked;
        for (Path path : logs(directory)) {
            LogFile file = new LogFile(path, number(path));
            Walk walk = new Walk();
            file.read(walk);
            LogFile.Damage damage = file.damage();
            // Files that RocksDB keeps to use them again lie wholly within what the tables hold, and end anyhow.
            if (damage != null && (walk.advanced || walk.previous == 0)) {
                breaks.add(new Break(reached, damage.toString()));
            }
            files.add(file);
        }
    }

    private final class Walk implements LogFile.Records {
        private long previous;
        private boolean advanced;

        @Override
        public @Nullable String next(LogRecord record) {
            long commit = record.commit();
            long after = previous == 0 ? reached : previous;
            if (commit > after + 1 || (previous != 0 && commit != previous + 1)) {
                return "commit " + commit + " follows commit " + after;
            }
            acknowledged = Math.max(acknowledged, record.durable());
            previous = commit;
            if (commit > reached) {
                reached = commit;
                advanced = true;
            }
            return null;
        }

        @Override
        public void behind(LogRecord record) {
            acknowledged = Math.max(acknowledged, record.durable());
        }
    }

    private static List<Path> logs(Path directory) throws IOException {
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches())
                    .sorted(Comparator.comparingLong(LogCheck::number))
                    .toList();
        }
    }

    private static long number(Path path) {
        String name = path.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    /** The last commit of the chain. */
    long reached() {
        return reached;
    }

    /** What is wrong, if more is missing than a crash may take. */
    @Nullable String refusal() {
        if (reached >= acknowledged) {
            return null;
        }
        String missing = "commits " + (reached + 1) + " to " + acknowledged + " were acknowledged and are missing";
        return breaks.stream()
                .filter(broken -> broken.reached() == reached)
                .findFirst()
                .map(broken -> broken.what() + " (" + missing + ")")
                .orElse(missing + "; a log or table file was removed or replaced" + empty());
    }

    /** Log files without any record, which may be what is missing. */
    private String empty() {
        String names = files.stream()
                .filter(file -> file.end() == 0)
                .map(file -> file.path().getFileName().toString())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (without records: " + names + ")";
    }

    /**
     * Takes off what stands behind the chain in each file. Only after {@link #refusal} found nothing.
     *
     * @return how much, in bytes
     */
    long cut() throws IOException {
        long bytes = 0;
        for (LogFile log : files) {
            long size = Files.size(log.path());
            if (size > log.end()) {
                try (RandomAccessFile file = new RandomAccessFile(log.path().toFile(), "rw")) {
                    file.setLength(log.end());
                    file.getFD().sync();
                }
                bytes += size - log.end();
            }
        }
        return bytes;
    }
}
