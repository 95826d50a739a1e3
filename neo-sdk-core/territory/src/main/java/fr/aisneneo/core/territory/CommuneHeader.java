package fr.aisneneo.core.territory;

import fr.aisneneo.core.internal.csv.CsvRecord;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Which column stands where. */
final class CommuneHeader {
    private final Map<CommuneColumn, Integer> places = new EnumMap<>(CommuneColumn.class);
    private final int width;

    private CommuneHeader(int width) {
        this.width = width;
    }

    static CommuneHeader read(CsvRecord header, Consumer<ImportProblem> problems) {
        CommuneHeader read = new CommuneHeader(header.fields().size());
        List<String> fields = header.fields();
        if (fields.size() == 1 && fields.get(0).indexOf(';') >= 0) {
            problems.accept(ImportProblem.inLine(header.line(), TerritoryError.IMPORT_SEPARATOR, Map.of()));
            return read;
        }
        Map<String, CommuneColumn> known = new HashMap<>();
        for (CommuneColumn column : CommuneColumn.values()) {
            known.put(column.header(), column);
        }
        for (int place = 0; place < fields.size(); place++) {
            String name = fields.get(place);
            CommuneColumn column = known.get(name);
            if (column == null) {
                problems.accept(new ImportProblem(
                        header.line(), "" + (place + 1), name, TerritoryError.IMPORT_COLUMN_UNKNOWN, Map.of()));
            } else if (read.places.putIfAbsent(column, place) != null) {
                problems.accept(problem(header, TerritoryError.IMPORT_COLUMN_TWICE, column));
            }
        }
        for (CommuneColumn column : CommuneColumn.values()) {
            if (!read.places.containsKey(column)) {
                problems.accept(problem(header, TerritoryError.IMPORT_COLUMN_MISSING, column));
            }
        }
        return read;
    }

    private static ImportProblem problem(CsvRecord header, TerritoryError reason, CommuneColumn column) {
        return new ImportProblem(header.line(), column.header(), null, reason, Map.of());
    }

    int width() {
        return width;
    }

    String value(CsvRecord row, CommuneColumn column) {
        Integer place = places.get(column);
        return place == null ? "" : row.fields().get(place);
    }
}
