package fr.aisneneo.core.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A whole export in memory.
 *
 * @param bytes the file
 * @param report what was said of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Exported(byte[] bytes, TransferReport report) {

    static Exported from(Town town) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransferReport report = town.transfer.exportTo(out, step -> {});
        return new Exported(out.toByteArray(), report);
    }

    List<String> lines() {
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    /** All documents, without the header, which has the time, and without digests, which have the header. */
    List<String> documents() {
        return lines().stream()
                .filter(line -> line.startsWith("{\"collection\":"))
                .toList();
    }

    ByteArrayInputStream stream() {
        return new ByteArrayInputStream(bytes);
    }
}
