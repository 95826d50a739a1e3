package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.internal.csv.CsvRecord;
import fr.aisneneo.core.party.Siren;
import fr.aisneneo.core.text.PlainLine;
import fr.aisneneo.core.time.Validity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a commune from a row, and says of each cell what is wrong with it. */
final class CommuneRow {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern BAR = Pattern.compile("\\|");

    private final CommuneHeader header;
    private final CsvRecord row;
    private final Consumer<ImportProblem> problems;
    private boolean sound = true;
    private @Nullable InseeCode code;

    CommuneRow(CommuneHeader header, CsvRecord row, Consumer<ImportProblem> problems) {
        this.header = header;
        this.row = row;
        this.problems = problems;
    }

    /** The commune, or empty if a cell is wrong; then all that are have been reported. */
    Optional<Commune> commune(Validity validity) {
        code = cell(CommuneColumn.CODE, InseeCode::parse);
        String name = cell(CommuneColumn.NAME, (value, field) -> PlainLine.require(value, field, Commune.LONGEST_NAME));
        List<String> postcodes = optional(CommuneColumn.POSTCODES, CommuneRow::postcodes);
        Integer population = optional(CommuneColumn.POPULATION, CommuneRow::population);
        Siren siren = optional(CommuneColumn.SIREN, Siren::parse);
        String arrondissement = optional(CommuneColumn.ARRONDISSEMENT, Commune::checkedArrondissement);
        Epci epci = epci();
        if (!sound || code == null || name == null) {
            return Optional.empty();
        }
        return Optional.of(new Commune(
                code,
                name,
                postcodes == null ? List.of() : postcodes,
                population,
                siren,
                arrondissement,
                epci,
                validity));
    }

    /** The code, null before {@link #commune} was called and where it is wrong. */
    @Nullable InseeCode code() {
        return code;
    }

    private @Nullable Epci epci() {
        Siren siren = optional(CommuneColumn.EPCI_SIREN, Siren::parse);
        String name =
                optional(CommuneColumn.EPCI_NAME, (value, field) -> PlainLine.require(value, field, Epci.LONGEST_NAME));
        boolean hasSiren = !header.value(row, CommuneColumn.EPCI_SIREN).isEmpty();
        boolean hasName = !header.value(row, CommuneColumn.EPCI_NAME).isEmpty();
        if (hasSiren != hasName) {
            CommuneColumn empty = hasSiren ? CommuneColumn.EPCI_NAME : CommuneColumn.EPCI_SIREN;
            report(empty, "", new InvalidInputException(TerritoryError.IMPORT_EPCI_INCOMPLETE, empty.header()));
        }
        return siren == null || name == null ? null : new Epci(siren, name);
    }

    private static List<String> postcodes(String value, String field) {
        return Commune.checkedPostcodes(List.of(BAR.split(value, -1)), field);
    }

    private static Integer population(String value, String field) {
        if (!NUMBER.matcher(value).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, field, Map.of("expected", "24220"));
        }
        return Commune.checkedPopulation(Integer.valueOf(value), field);
    }

    private <T> @Nullable T optional(CommuneColumn column, BiFunction<String, String, T> parse) {
        return header.value(row, column).isEmpty() ? null : cell(column, parse);
    }

    private <T> @Nullable T cell(CommuneColumn column, BiFunction<String, String, T> parse) {
        String value = header.value(row, column);
        try {
            return parse.apply(value, column.header());
        } catch (InvalidInputException e) {
            report(column, value, e);
            return null;
        }
    }

    private void report(CommuneColumn column, String value, InvalidInputException e) {
        sound = false;
        problems.accept(new ImportProblem(row.line(), column.header(), value, e.errorCode(), e.facts()));
    }
}
