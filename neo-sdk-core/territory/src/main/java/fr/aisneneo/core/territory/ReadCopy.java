package fr.aisneneo.core.territory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * What was read of a source, kept to be written later: so the source, which may be slow, is never read while writers
 * wait, and what is written is what was checked. Bounded by the largest file, {@link CommuneImport#MOST_BYTES}.
 */
final class ReadCopy {
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** The same stream; what is read of it is kept. */
    InputStream keeping(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int one = in.read();
                if (one >= 0) {
                    kept.write(one);
                }
                return one;
            }

            @Override
            public int read(byte[] into, int from, int most) throws IOException {
                int count = in.read(into, from, most);
                if (count > 0) {
                    kept.write(into, from, count);
                }
                return count;
            }
        };
    }

    /** What was kept, from its start; as often as wanted. */
    InputStream open() {
        return new ByteArrayInputStream(kept.toByteArray());
    }
}
