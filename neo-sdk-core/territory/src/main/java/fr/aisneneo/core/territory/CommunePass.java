package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.internal.csv.CsvException;
import fr.aisneneo.core.internal.csv.CsvLimits;
import fr.aisneneo.core.internal.csv.CsvReader;
import fr.aisneneo.core.internal.csv.CsvRecord;
import fr.aisneneo.core.time.Validity;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One reading of the file: each row is checked as it is read, and the sound ones are handed on one by one. What is kept
 * of a row is its code and line, to find a code that comes twice, and what is to be written of it.
 */
final class CommunePass {
    private static final CsvLimits LIMITS = new CsvLimits(CommuneImport.MOST_BYTES, 64, 1_000);
    private static final int ROWS_A_STEP = 100;

    private final CommuneImport order;
    private final Validity validity;
    private final Map<InseeCode, Integer> lines;
    private final List<Sound> sound = new ArrayList<>();
    private final List<ImportProblem> problems = new ArrayList<>();
    private int rows;
    private boolean stoppedEarly;
    private String sha256 = "";

    CommunePass(CommuneImport order) {
        this(order, new HashMap<>());
    }

    private CommunePass(CommuneImport order, Map<InseeCode, Integer> lines) {
        this.order = order;
        this.lines = lines;
        this.validity = Validity.since(order.asOf());
    }

    /** Reads it all, or up to where it cannot be read on. What the consumer refuses is a problem of its row. */
    void run(Consumer<Commune> each) {
        MessageDigest digest = sha256();
        try (InputStream in = order.source().open()) {
            read(new CsvReader(new DigestInputStream(in, digest), LIMITS), each);
        } catch (ClosedByInterruptException | InterruptedIOException e) {
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e);
        } catch (IOException e) {
            InvalidInputException unreadable = new InvalidInputException(
                    TerritoryError.IMPORT_UNREADABLE,
                    "source",
                    Map.of("reason", e.getClass().getSimpleName()));
            unreadable.addSuppressed(e);
            throw unreadable;
        }
        order.progress().rows(ImportProgress.Phase.CHECKING, rows);
        sha256 = stoppedEarly ? "" : HexFormat.of().formatHex(digest.digest());
    }

    /** A row that can be written. */
    private record Sound(Commune commune, int line) {}

    /** Hands the sound rows on once more, without the source; what is refused now is a problem of the new pass. */
    CommunePass again(Consumer<Commune> each) {
        CommunePass again = new CommunePass(order, lines);
        again.rows = rows;
        again.sha256 = sha256;
        for (Sound row : sound) {
            requireUninterrupted();
            again.handOn(row.commune(), row.line(), each);
        }
        return again;
    }

    private static void requireUninterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void read(CsvReader reader, Consumer<Commune> each) throws IOException {
        try {
            CsvRecord first = reader.next();
            if (first == null) {
                report(ImportProblem.inLine(1, TerritoryError.IMPORT_EMPTY, Map.of()));
                stoppedEarly = true;
                return;
            }
            CommuneHeader header = CommuneHeader.read(first, this::report);
            stoppedEarly |= !problems.isEmpty();
            CsvRecord row = stoppedEarly ? null : reader.next();
            while (row != null) {
                row(header, row, each);
                row = stoppedEarly ? null : reader.next();
            }
        } catch (CsvException e) {
            report(ImportProblem.inLine(e.line(), TerritoryError.of(e.fault()), TerritoryError.limits(LIMITS)));
            stoppedEarly = true;
        }
    }

    private void row(CommuneHeader header, CsvRecord row, Consumer<Commune> each) {
        requireUninterrupted();
        if (rows == CommuneImport.MOST_ROWS) {
            report(ImportProblem.inLine(
                    row.line(), TerritoryError.IMPORT_TOO_MANY_ROWS, Map.of("limit", CommuneImport.MOST_ROWS)));
            stoppedEarly = true;
            return;
        }
        rows++;
        if (row.fields().size() != header.width()) {
            report(ImportProblem.inLine(
                    row.line(),
                    TerritoryError.IMPORT_ROW_WIDTH,
                    Map.of("expected", header.width(), "found", row.fields().size())));
        } else {
            CommuneRow cells = new CommuneRow(header, row, this::report);
            Optional<Commune> commune = cells.commune(validity);
            if (isFirst(cells.code(), row.line())) {
                commune.ifPresent(whole -> {
                    handOn(whole, row.line(), each);
                    if (!order.isDryRun()) {
                        sound.add(new Sound(whole, row.line()));
                    }
                });
            }
        }
        if (rows % ROWS_A_STEP == 0) {
            order.progress().rows(ImportProgress.Phase.CHECKING, rows);
        }
    }

    private boolean isFirst(@Nullable InseeCode code, int line) {
        Integer before = code == null ? null : lines.putIfAbsent(code, line);
        if (before != null) {
            report(atCode(line, code, new RefusedException(TerritoryError.IMPORT_CODE_TWICE, Map.of("first", before))));
        }
        return before == null;
    }

    private void handOn(Commune commune, int line, Consumer<Commune> each) {
        try {
            each.accept(commune);
        } catch (RefusedException e) {
            report(atCode(line, commune.code(), e));
        }
    }

    private static ImportProblem atCode(int line, @Nullable InseeCode code, RefusedException e) {
        return new ImportProblem(
                line, CommuneColumn.CODE.header(), code == null ? null : code.value(), e.errorCode(), e.facts());
    }

    private void report(ImportProblem problem) {
        if (problems.size() < ImportReport.MOST_PROBLEMS) {
            problems.add(problem);
        } else {
            stoppedEarly = true;
        }
    }

    Set<InseeCode> codes() {
        return lines.keySet();
    }

    List<ImportProblem> problems() {
        return problems;
    }

    int rows() {
        return rows;
    }

    boolean stoppedEarly() {
        return stoppedEarly;
    }

    String sha256Hex() {
        return sha256;
    }
}
