package fr.aisneneo.core.territory;

import java.time.LocalDate;

/**
 * What the journal keeps of an import that changed something: one event for all rows. Which communes changed and how is
 * in their dated states.
 *
 * @param label what was imported, as the caller named it
 * @param asOf the day from which it holds
 * @param sha256 the SHA-256 of the file, in hexadecimal
 * @param rows how many rows it had
 * @param added how many communes were new
 * @param changed of how many the facts changed
 * @param unchanged how many were known just so
 * @param ended how many ended
 */
public record CommunesImported(
        String label, LocalDate asOf, String sha256, int rows, int added, int changed, int unchanged, int ended) {}
