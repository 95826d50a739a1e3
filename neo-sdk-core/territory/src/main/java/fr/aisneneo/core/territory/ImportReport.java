package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.RefusedException;
import java.util.List;
import java.util.Optional;

/**
 * What an import did, or would do.
 *
 * <p>Immutable and thread-safe.
 *
 * @param isDryRun whether it was a trial
 * @param rows how many rows were read, without the header
 * @param added how many communes are new
 * @param changed of how many the facts changed
 * @param unchanged how many were known just so
 * @param absent how many known communes of the file's departments the file does not have
 * @param ended how many of these are ended; 0 unless {@link CommuneImport#endingAbsent()} was asked for
 * @param absentCodes the first {@value #MOST_LISTED} of the absent ones, by code
 * @param problems what is wrong with the file, in the order of its lines, at most {@value #MOST_PROBLEMS}; then nothing
 *     is written
 * @param stoppedEarly whether reading stopped before the end of the file: at too many problems, or where the file
 *     cannot be read on
 * @param sha256 the SHA-256 of the file in 64 hexadecimal digits, or empty if reading stopped early
 */
public record ImportReport(
        boolean isDryRun,
        int rows,
        int added,
        int changed,
        int unchanged,
        int absent,
        int ended,
        List<InseeCode> absentCodes,
        List<ImportProblem> problems,
        boolean stoppedEarly,
        String sha256) {
    /** The most absent communes that are named. */
    public static final int MOST_LISTED = 100;

    /** The most problems that are collected. */
    public static final int MOST_PROBLEMS = 100;

    /** Copies the lists. */
    public ImportReport {
        absentCodes = List.copyOf(absentCodes);
        problems = List.copyOf(problems);
    }

    /**
     * The report of an import that was refused.
     *
     * @param refusal what {@link Territory#importCommunes} threw
     * @return the report, or empty if the refusal is about something else
     */
    public static Optional<ImportReport> of(RefusedException refusal) {
        return refusal.facts().get("report") instanceof ImportReport report ? Optional.of(report) : Optional.empty();
    }

    /**
     * Whether anything is new.
     *
     * @return false if writing it changes nothing
     */
    public boolean bringsChanges() {
        return added + changed + ended > 0;
    }
}
