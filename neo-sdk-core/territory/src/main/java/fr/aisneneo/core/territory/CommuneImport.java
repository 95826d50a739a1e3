package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.text.PlainLine;
import java.time.LocalDate;

/**
 * An import of communes from a CSV file (RFC 4180, UTF-8) with the columns {@code code_insee}, {@code nom},
 * {@code codes_postaux} (separated by {@code |}), {@code population}, {@code siren}, {@code code_arrondissement},
 * {@code siren_epci} and {@code nom_epci}, in any order. The first two are needed in each row, the others may be empty.
 *
 * <pre>{@code
 * CommuneImport cog2026 = CommuneImport.of(CsvSource.file(path), LocalDate.of(2026, 1, 1)).labelled("INSEE COG 2026");
 * ImportReport trial = territory.importCommunes(actor, cog2026.dryRun());
 * }</pre>
 *
 * <p>The file says how things are from {@code asOf} on. A commune whose facts differ from those known gets a new state
 * from that day, and the former one stays readable; the same day again corrects the state; an earlier day is refused
 * for communes that have more recent facts. A commune of a department of the file that the file does not have is
 * reported as absent, and {@linkplain #endingAbsent() on demand} ended the day before; nothing is deleted.
 *
 * <p>Immutable and thread-safe, if the source and the listener are.
 *
 * @param source the file
 * @param asOf the day from which it holds, such as 1 January of the year of the Code officiel géographique
 * @param label what it is, for the journal; up to {@value #LONGEST_LABEL} characters, may be empty
 * @param endsAbsent whether communes that the file should have and does not have are ended
 * @param isDryRun whether everything is done but the writing
 * @param progress who hears how far it is
 */
public record CommuneImport(
        CsvSource source, LocalDate asOf, String label, boolean endsAbsent, boolean isDryRun, ImportProgress progress) {
    /** The longest label, in characters. */
    public static final int LONGEST_LABEL = 200;

    /** The most rows; France has 35,000 communes. An import is one transaction. */
    public static final int MOST_ROWS = 45_000;

    /** The largest file, in bytes. */
    public static final int MOST_BYTES = 16 << 20;

    /**
     * Checks the label.
     *
     * @throws InvalidInputException {@code input.required} without source or day, {@code input.too_large} or
     *     {@code input.malformed} for the label
     */
    public CommuneImport {
        if (source == null || asOf == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, source == null ? "source" : "asOf");
        }
        label = label.isEmpty() ? "" : PlainLine.require(label, "label", LONGEST_LABEL);
    }

    /**
     * An import that writes, ends nothing and tells nobody.
     *
     * @param source the file
     * @param asOf the day from which it holds
     * @return the import
     */
    public static CommuneImport of(CsvSource source, LocalDate asOf) {
        return new CommuneImport(source, asOf, "", false, false, ImportProgress.NONE);
    }

    /**
     * The same with a name for the journal.
     *
     * @param what what is imported, such as {@code INSEE COG 2026}
     * @return the import
     * @throws InvalidInputException if it is too long
     */
    public CommuneImport labelled(String what) {
        return new CommuneImport(source, asOf, what, endsAbsent, isDryRun, progress);
    }

    /**
     * The same, ending communes that are missing in the departments of the file. Only for files with whole departments.
     *
     * @return the import
     */
    public CommuneImport endingAbsent() {
        return new CommuneImport(source, asOf, label, true, isDryRun, progress);
    }

    /**
     * The same as a trial: the full report, nothing written.
     *
     * @return the import
     */
    public CommuneImport dryRun() {
        return new CommuneImport(source, asOf, label, endsAbsent, true, progress);
    }

    /**
     * The same with a listener.
     *
     * @param listener who hears how far it is
     * @return the import
     */
    public CommuneImport onProgress(ImportProgress listener) {
        return new CommuneImport(source, asOf, label, endsAbsent, isDryRun, listener);
    }
}
