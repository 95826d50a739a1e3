package fr.aisneneo.core.territory;

import static fr.aisneneo.core.territory.Aisne.COG_2026;
import static fr.aisneneo.core.territory.Aisne.HEADER;
import static fr.aisneneo.core.territory.Aisne.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.RefusedException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files with something wrong in them: each is refused whole, and says where and why. */
class CommuneImportRefusalTest {
    private static final String LAON = "02408,Laon,02000,24220,210203873,022,200043495,CA du Pays de Laon";

    private final Neo neo = Aisne.neo();
    private final Territory territory = Territory.of(neo);

    @AfterEach
    void nothingWasWritten() {
        assertThat(territory
                        .communes(new CommuneFilter.All(), 1, Optional.empty())
                        .values())
                .isEmpty();
        assertThat(neo.journal().read(REFERENCE, 0, 10)).isEmpty();
        neo.close();
    }

    private ImportReport refused(CommuneImport order) {
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> territory.importCommunes(REFERENCE, order));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo("territory.import.refused");
        return ImportReport.of(refusal).orElseThrow();
    }

    private ImportReport refused(String csv) {
        return refused(Aisne.of(csv, COG_2026));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "2408,Laon,,,,,,                          # code_insee          # territory.insee.malformed",
                "02000a,Laon,,,,,,                        # code_insee          # territory.insee.malformed",
                "96001,Laon,,,,,,                         # code_insee          # territory.insee.malformed",
                "20001,Ajaccio,,,,,,                      # code_insee          # territory.insee.malformed",
                "2a004,Ajaccio,,,,,,                      # code_insee          # territory.insee.malformed",
                ",Laon,,,,,,                              # code_insee          # territory.insee.malformed",
                "02408,,,,,,,                             # nom                 # input.required",
                "02408,Laon,02000|,,,,,                   # codes_postaux       # input.malformed",
                "02408,Laon,2000,,,,,                     # codes_postaux       # input.malformed",
                "02408,Laon,02000;02100,,,,,              # codes_postaux       # input.malformed",
                "02408,Laon,,24 220,,,,                   # population          # input.malformed",
                "02408,Laon,,-1,,,,                       # population          # input.malformed",
                "02408,Laon,,1e4,,,,                      # population          # input.malformed",
                "02408,Laon,,٢٤,,,,                       # population          # input.malformed",
                "02408,Laon,,10000001,,,,                 # population          # input.out_of_range",
                "02408,Laon,,,210203874,,,                # siren               # party.siren.check_digit",
                "02408,Laon,,,000000000,,,                # siren               # party.siren.check_digit",
                "02408,Laon,,,21020387,,,                 # siren               # party.siren.malformed",
                "02408,Laon,,,21020387x,,,                # siren               # party.siren.malformed",
                "02408,Laon,,,,2,,                        # code_arrondissement # input.malformed",
                "02408,Laon,,,,,200043495,                # nom_epci            # territory.import.epci_incomplete",
                "02408,Laon,,,,,,CA du Pays de Laon       # siren_epci          # territory.import.epci_incomplete",
            })
    void aWrongCellIsNamedWithLineColumnAndReason(String row, String column, String reason) {
        ImportReport report = refused(HEADER + "02001,Abbécourt,,,,,,\r\n" + row.strip() + "\r\n");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.reason().code()).isEqualTo(reason);
            assertThat(problem.text(Locale.FRENCH)).startsWith("Ligne 3, colonne " + column);
            assertThat(problem.text(Locale.ENGLISH)).startsWith("Line 3, column " + column);
        });
        assertThat(report.stoppedEarly()).isFalse();
        assertThat(report.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "02408,Laon,,,,,,,x      # territory.import.row_width",
                "02408                   # territory.import.row_width",
                "''                      # territory.import.row_width",
                "02408,La\"on,,,,,,      # territory.import.quote_in_field",
                "02408,\"La\"on,,,,,,    # territory.import.text_after_quote",
                "02408,\"Laon,,,,,,      # territory.import.quote_open",
            })
    void aWrongLineIsNamedWithItsReason(String row, String reason) {
        ImportReport report = refused(HEADER + "02001,Abbécourt,,,,,,\r\n" + row.strip() + "\r\n");
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.column()).isNull();
            assertThat(problem.reason().code()).isEqualTo(reason);
        });
    }

    @Test
    void theHeaderIsHeldToTheColumns() {
        assertThat(refused("").problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("territory.import.empty");
        assertThat(refused(HEADER.replace(",nom,", ",name,").replace("siren_epci", "siren"))
                        .problems())
                .extracting(problem -> problem.line() + " " + problem.column() + " "
                        + problem.reason().code())
                .containsExactly(
                        "1 2 territory.import.column_unknown",
                        "1 siren territory.import.column_twice",
                        "1 nom territory.import.column_missing",
                        "1 siren_epci territory.import.column_missing");
        assertThat(refused(HEADER.replace(',', ';') + LAON.replace(',', ';')).problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("territory.import.separator");
        assertThat(refused("Code_INSEE,nom\r\n").stoppedEarly()).isTrue();
    }

    @Test
    void aFileWithNothingButItsHeaderChangesNothing() {
        assertThat(territory
                        .importCommunes(REFERENCE, Aisne.of(HEADER, COG_2026).endingAbsent())
                        .bringsChanges())
                .isFalse();
    }

    @Test
    void aCodeThatComesTwiceNamesBothLinesAlsoIfARowIsWrongOtherwise() {
        List<ImportProblem> problems = refused(
                        HEADER + LAON + "\r\n02001,Abbécourt,,,,,,\r\n" + LAON + "\r\n02001,,,,,,,\r\n")
                .problems();
        assertThat(problems)
                .extracting(problem -> problem.line() + " " + problem.reason().code() + " "
                        + problem.facts().get("first"))
                .containsExactly(
                        "4 territory.import.code_twice 2", "5 input.required null", "5 territory.import.code_twice 3");
        assertThat(problems.get(0).text(Locale.FRENCH))
                .isEqualTo("Ligne 4, colonne code_insee (« 02408 ») : Cette commune figure déjà à la ligne 2.");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedWithTheirLine() {
        byte[] latin = (HEADER + LAON + "\r\n02168,Château-Thierry,,,,,,\r\n").getBytes(StandardCharsets.ISO_8859_1);
        ImportReport report = refused(CommuneImport.of(() -> new ByteArrayInputStream(latin), COG_2026));
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.text(Locale.FRENCH)).contains("UTF-8");
        });
        assertThat(report.stoppedEarly()).isTrue();
        byte[] wide = (HEADER + LAON).getBytes(StandardCharsets.UTF_16);
        assertThat(refused(CommuneImport.of(() -> new ByteArrayInputStream(wide), COG_2026))
                        .problems())
                .hasSize(1);
    }

    @Test
    void allProblemsOfARowAreTold() {
        assertThat(refused(HEADER + "2408,,1,x,1,2,3,\r\n").problems())
                .extracting(ImportProblem::column)
                .containsExactly(
                        "code_insee",
                        "nom",
                        "codes_postaux",
                        "population",
                        "siren",
                        "code_arrondissement",
                        "siren_epci",
                        "nom_epci");
    }

    @Test
    void problemsAreCollectedUpToABound() {
        ImportReport report = refused(HEADER + "x,Nulle part,,,,,,\r\n".repeat(10_000));
        assertThat(report.problems()).hasSize(ImportReport.MOST_PROBLEMS);
        assertThat(report.stoppedEarly()).isTrue();
        assertThat(report.rows()).isEqualTo(ImportReport.MOST_PROBLEMS + 1);
    }

    @Test
    void theMessageOfTheRefusalTellsTheFirstProblemsInBothLanguages() {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> territory.importCommunes(
                        REFERENCE, Aisne.of(HEADER + "2408,Laon,,,,,,\r\n02001,,,,,,,\r\n", COG_2026)))
                .satisfies(e -> assertThat(e.message(Locale.FRENCH))
                        .startsWith(
                                "Rien n’a été importé, le fichier présente 2 problème(s) : Ligne 2, colonne code_insee"
                                        + " (« 2408 ») : ")
                        .contains(" Ligne 3, colonne nom : "))
                .satisfies(e -> assertThat(e.message(Locale.ENGLISH))
                        .startsWith("Nothing was imported, the file has 2 problem(s): Line 2, column code_insee"));
    }

    @Test
    void aHostileValueIsShownShortAndOnOneLine() {
        String value = "\"evil\nvalue\u202E" + "x".repeat(500) + "\"";
        ImportProblem problem =
                refused(HEADER + value + ",Laon,,,,,,\r\n").problems().get(0);
        assertThat(problem.value())
                .hasSize(ImportProblem.LONGEST_VALUE)
                .startsWith("evil value x")
                .endsWith("…");
        assertThat(refused(HEADER + "02408,\"La\u202Eon\",,,,,,\r\n").problems())
                .extracting(ImportProblem::column)
                .containsExactly("nom");
    }

    @Test
    void whatIsTooLongOrTooMuchIsRefused() {
        assertThat(refused(HEADER + "02408," + "x".repeat(101) + ",,,,,,\r\n").problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("input.too_large");
        assertThat(refused(HEADER + "02408," + "x".repeat(1_001) + ",,,,,,\r\n").problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("territory.import.field_too_long");
        assertThat(refused(HEADER + ",".repeat(70) + "\r\n").problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("territory.import.too_many_fields");
        assertThat(refused(HEADER + "02408,Laon," + "02000|".repeat(60) + "02000,,,,,\r\n")
                        .problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("input.too_large");
    }

    @Test
    void moreRowsThanOneTransactionHoldsAreRefused() {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int row = 0; row <= CommuneImport.MOST_ROWS; row++) {
            String number = Integer.toString(1_000 + row % 999 + 1).substring(1);
            int department = row / 999 % 95 + 1;
            csv.append(
                            department == 20
                                    ? "2A"
                                    : Integer.toString(100 + department).substring(1))
                    .append(number)
                    .append(",N,,,,,,\n");
        }
        ImportReport report = refused(csv.toString());
        assertThat(report.problems())
                .extracting(problem -> problem.reason().code())
                .containsExactly("territory.import.too_many_rows");
        assertThat(report.rows()).isEqualTo(CommuneImport.MOST_ROWS);
    }
}
