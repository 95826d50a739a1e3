package fr.aisneneo.core.directory;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Looks for texts in every byte of every file below a directory, in UTF-8 and in both forms of UTF-16. */
final class ByteScan {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final int BUFFER = 1 << 20;

    private final Pattern[][] byLastByte = new Pattern[256][0];
    private int longest;

    private static final class Pattern {
        private final String text;
        private final byte[] bytes;

        Pattern(String text, byte[] bytes) {
            this.text = text;
            this.bytes = bytes;
        }
    }

    ByteScan(List<String> texts) {
        for (String text : texts) {
            for (Charset charset : CHARSETS) {
                byte[] bytes = text.getBytes(charset);
                longest = Math.max(longest, bytes.length);
                int last = bytes[bytes.length - 1] & 0xff;
                byLastByte[last] = Arrays.copyOf(byLastByte[last], byLastByte[last].length + 1);
                byLastByte[last][byLastByte[last].length - 1] = new Pattern(text, bytes);
            }
        }
    }

    /** Which texts stand in which files: {@code text in path}, the path relative to the place. */
    Set<String> in(Path place) {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                scan(file, " in " + place.relativize(file), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void scan(Path file, String where, Set<String> found) throws IOException {
        byte[] window = new byte[BUFFER + longest];
        int kept = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int read = in.readNBytes(window, 0, BUFFER); read > 0; read = in.readNBytes(window, kept, BUFFER)) {
                int end = kept + read;
                search(window, kept, end, where, found);
                int keep = Math.min(longest, end);
                System.arraycopy(window, end - keep, window, 0, keep);
                kept = keep;
            }
        } catch (NoSuchFileException e) {
            // The engine deleted it meanwhile.
        }
    }

    private void search(byte[] window, int from, int end, String where, Set<String> found) {
        for (int at = from; at < end; at++) {
            for (Pattern pattern : byLastByte[window[at] & 0xff]) {
                int start = at - pattern.bytes.length + 1;
                if (start >= 0 && matches(window, start, pattern.bytes)) {
                    found.add(pattern.text + where);
                }
            }
        }
    }

    private static boolean matches(byte[] window, int start, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (window[start + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
