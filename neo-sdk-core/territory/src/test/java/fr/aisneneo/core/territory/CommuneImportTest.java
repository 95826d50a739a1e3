package fr.aisneneo.core.territory;

import static fr.aisneneo.core.territory.Aisne.COG_2026;
import static fr.aisneneo.core.territory.Aisne.HEADER;
import static fr.aisneneo.core.territory.Aisne.LAON;
import static fr.aisneneo.core.territory.Aisne.REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.party.Siren;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommuneImportTest {
    private static final LocalDate COG_2027 = LocalDate.of(2027, 1, 1);

    private final Neo neo = Aisne.neo();
    private final Territory territory = Territory.of(neo);

    @AfterEach
    void close() {
        neo.close();
    }

    private Map<String, Document<Commune>> stored() {
        return neo.store()
                .read(tx -> tx
                        .documents(CommuneCollections.CURRENT, TenantId.SHARED)
                        .scan(Scan.<Commune>byId().limit(1_000))
                        .documents()
                        .stream()
                        .collect(Collectors.toMap(found -> found.value().code().value(), found -> found)));
    }

    private static int lineOf(String code) {
        return Aisne.csv().lines().map(line -> line.substring(0, 5)).toList().indexOf(code) + 1;
    }

    private List<Event> journal() {
        return neo.journal().read(REFERENCE, 0, 100);
    }

    @Test
    void the797CommunesOfTheAisneAreImported() {
        ImportReport report = territory.importCommunes(REFERENCE, Aisne.real());

        assertThat(report.rows()).isEqualTo(797);
        assertThat(report.added()).isEqualTo(797);
        assertThat(report.changed() + report.unchanged() + report.absent()).isZero();
        assertThat(report.problems()).isEmpty();
        assertThat(report.sha256()).hasSize(64);
        assertThat(stored()).hasSize(797);
        Commune laon = territory.commune(LAON).orElseThrow();
        assertThat(laon.name()).isEqualTo("Laon");
        assertThat(laon.postcodes()).containsExactly("02000");
        assertThat(laon.population()).isEqualTo(24_220);
        assertThat(laon.siren()).isEqualTo(new Siren("210203873"));
        assertThat(laon.arrondissement()).isEqualTo("022");
        assertThat(laon.epci()).isEqualTo(new Epci(new Siren("200043495"), "CA du Pays de Laon"));
        assertThat(laon.validity().from()).isEqualTo(COG_2026);
        assertThat(laon.validity().through()).isNull();
        assertThat(territory.commune(new InseeCode("02458")).orElseThrow().postcodes())
                .containsExactly("02330", "02540");
    }

    @Test
    void theJournalHasOneEventWithTheCounts() {
        ImportReport report = territory.importCommunes(REFERENCE, Aisne.real());
        assertThat(journal()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo("territory.communes.imported");
            assertThat(neo.journal().payload(event, TerritoryEvents.COMMUNES_IMPORTED))
                    .isEqualTo(new CommunesImported("INSEE COG 2026", COG_2026, report.sha256(), 797, 797, 0, 0, 0));
        });
    }

    @Test
    void aSecondImportWritesNothingAndLeavesNoEvent() {
        territory.importCommunes(REFERENCE, Aisne.real());
        Map<String, Document<Commune>> before = stored();

        ImportReport second = territory.importCommunes(REFERENCE, Aisne.real().endingAbsent());

        assertThat(second.added()).isZero();
        assertThat(second.changed()).isZero();
        assertThat(second.unchanged()).isEqualTo(797);
        assertThat(second.bringsChanges()).isFalse();
        assertThat(stored()).isEqualTo(before);
        assertThat(journal()).hasSize(1);
    }

    @Test
    void theSameFactsFromALaterDayChangeNothing() {
        territory.importCommunes(REFERENCE, Aisne.real());
        ImportReport later = territory.importCommunes(REFERENCE, Aisne.of(Aisne.csv(), COG_2027));
        assertThat(later.unchanged()).isEqualTo(797);
        assertThat(territory.commune(LAON).orElseThrow().validity().from()).isEqualTo(COG_2026);
    }

    @Test
    void aDryRunReportsEverythingAndWritesNothing() {
        ImportReport trial = territory.importCommunes(REFERENCE, Aisne.real().dryRun());
        assertThat(trial.isDryRun()).isTrue();
        assertThat(trial.added()).isEqualTo(797);
        assertThat(stored()).isEmpty();
        assertThat(journal()).isEmpty();

        String bad = HEADER + "02408,Laon,02000,x,210203873,022,,\r\n2691,,,,,,,\r\n02381,Hirson,,,,,,\r\n";
        ImportReport refused =
                territory.importCommunes(REFERENCE, Aisne.of(bad, COG_2026).dryRun());
        assertThat(refused.problems()).hasSize(3);
        assertThat(refused.rows()).isEqualTo(3);
        assertThat(refused.added()).isEqualTo(1);
    }

    @Test
    void aChangedRowKeepsTheFormerState() {
        territory.importCommunes(REFERENCE, Aisne.real());
        String renamed = Aisne.csv().replace("02408,Laon,02000,24220", "02408,Laon-la-Montagne,02001,24300");

        ImportReport report = territory.importCommunes(REFERENCE, Aisne.of(renamed, COG_2027));

        assertThat(report.changed()).isEqualTo(1);
        assertThat(report.unchanged()).isEqualTo(796);
        assertThat(territory.commune(LAON).orElseThrow().name()).isEqualTo("Laon-la-Montagne");
        assertThat(territory.commune(LAON, COG_2027.minusDays(1)).orElseThrow().name())
                .isEqualTo("Laon");
        assertThat(territory.commune(LAON, COG_2027).orElseThrow().name()).isEqualTo("Laon-la-Montagne");
        assertThat(territory.commune(LAON, COG_2026.minusDays(1))).isEmpty();
        assertThat(territory.history(LAON)).extracting(Commune::population).containsExactly(24_300, 24_220);
        assertThat(territory.history(LAON).get(1).validity().through()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(territory.communesWithPostcode("02001"))
                .extracting(Commune::code)
                .containsExactly(LAON);
        assertThat(territory.communesWithPostcode("02000"))
                .extracting(Commune::code)
                .doesNotContain(LAON);
    }

    @Test
    void theSameDayAgainCorrectsWithoutHistory() {
        territory.importCommunes(REFERENCE, Aisne.real());
        String corrected = Aisne.csv().replace("02408,Laon,02000,24220", "02408,Laon,02000,24221");
        assertThat(territory
                        .importCommunes(REFERENCE, Aisne.of(corrected, COG_2026))
                        .changed())
                .isEqualTo(1);
        assertThat(territory.history(LAON)).extracting(Commune::population).containsExactly(24_221);
    }

    @Test
    void anOlderFileIsRefusedWhereItWouldChangeNewerFacts() {
        territory.importCommunes(REFERENCE, Aisne.real());
        LocalDate before = COG_2026.minusYears(1);
        assertThat(territory
                        .importCommunes(REFERENCE, Aisne.of(Aisne.csv(), before))
                        .unchanged())
                .isEqualTo(797);
        String older = Aisne.csv().replace("24220", "24000");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> territory.importCommunes(REFERENCE, Aisne.of(older, before)))
                .satisfies(e -> assertThat(ImportReport.of(e).orElseThrow().problems())
                        .singleElement()
                        .satisfies(problem -> {
                            assertThat(problem.line()).isEqualTo(lineOf("02408"));
                            assertThat(problem.column()).isEqualTo("code_insee");
                            assertThat(problem.reason()).isEqualTo(TerritoryError.COMMUNE_NEWER_KNOWN);
                        }));
    }

    @Test
    void whatIsMissingInAWholeDepartmentIsReportedAndEndedOnDemandOnly() {
        territory.importCommunes(REFERENCE, Aisne.real());
        territory.putCommune(REFERENCE, Commune.of(new InseeCode("60159"), "Compiègne", Validity.since(COG_2026)));
        String without =
                Aisne.csv().lines().filter(line -> !line.startsWith("02408,")).collect(Collectors.joining("\n"));

        ImportReport reported = territory.importCommunes(REFERENCE, Aisne.of(without, COG_2027));
        assertThat(reported.absentCodes()).containsExactly(LAON);
        assertThat(reported.ended()).isZero();
        assertThat(territory.commune(LAON).orElseThrow().validity().through()).isNull();

        ImportReport ended =
                territory.importCommunes(REFERENCE, Aisne.of(without, COG_2027).endingAbsent());
        assertThat(ended.ended()).isEqualTo(1);
        assertThat(territory.commune(LAON).orElseThrow().validity().through()).isEqualTo("2026-12-31");
        assertThat(territory.commune(LAON, COG_2027)).isEmpty();
        assertThat(territory.commune(LAON, COG_2026)).isPresent();
        assertThat(territory.communesNamed("laon", 10))
                .extracting(Commune::code)
                .doesNotContain(LAON);
        assertThat(territory.communesWithPostcode("02000"))
                .extracting(Commune::code)
                .doesNotContain(LAON);
        assertThat(territory
                        .commune(new InseeCode("60159"))
                        .orElseThrow()
                        .validity()
                        .through())
                .as("the file says nothing about the Oise")
                .isNull();

        ImportReport again =
                territory.importCommunes(REFERENCE, Aisne.of(without, COG_2027).endingAbsent());
        assertThat(again.bringsChanges()).isFalse();

        LocalDate cog2028 = LocalDate.of(2028, 1, 1);
        assertThat(territory
                        .importCommunes(REFERENCE, Aisne.of(Aisne.csv(), cog2028))
                        .changed())
                .as("the commune is back")
                .isEqualTo(1);
        assertThat(territory.commune(LAON, COG_2027)).isEmpty();
        assertThat(territory.commune(LAON, COG_2026)).isPresent();
        assertThat(territory.commune(LAON, cog2028)).isPresent();
        assertThat(territory.communesNamed("laon", 10))
                .extracting(Commune::code)
                .startsWith(LAON);
    }

    @Test
    void columnsMayComeInAnyOrderWithAByteOrderMarkAndLineFeedsOnly() {
        String csv = """
                \uFEFFnom,code_insee,nom_epci,siren_epci,code_arrondissement,siren,population,codes_postaux
                "L'Épine, ""aux"" Bois",02280,,,,,,
                """;
        territory.importCommunes(REFERENCE, Aisne.of(csv, COG_2026));
        Commune epine = territory.commune(new InseeCode("02280")).orElseThrow();
        assertThat(epine.name()).isEqualTo("L'Épine, \"aux\" Bois");
        assertThat(epine.postcodes()).isEmpty();
        assertThat(epine.population()).isNull();
        assertThat(epine.epci()).isNull();
    }

    @Test
    void aFileIsReadFromItsPath(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("communes.csv"), Aisne.csv());
        assertThat(territory
                        .importCommunes(REFERENCE, CommuneImport.of(CsvSource.file(file), COG_2026))
                        .added())
                .isEqualTo(797);
        CommuneImport missing = CommuneImport.of(CsvSource.file(directory.resolve("no.csv")), COG_2026);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> territory.importCommunes(REFERENCE, missing))
                .satisfies(e -> assertThat(e.code()).isEqualTo("territory.import.unreadable"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain(directory.toString()));
    }

    @Test
    void progressIsToldEveryHundredRowsAndAroundTheWriting() {
        List<String> heard = new ArrayList<>();
        territory.importCommunes(REFERENCE, Aisne.real().onProgress((phase, rows) -> heard.add(phase + " " + rows)));
        assertThat(heard)
                .startsWith("CHECKING 100", "CHECKING 200")
                .endsWith("CHECKING 797", "WRITING 0", "WRITING 797")
                .hasSize(10);
    }

    @Test
    void anInterruptEndsTheImportInEitherPhaseWithNothingWritten() {
        for (ImportProgress.Phase interrupted : ImportProgress.Phase.values()) {
            CommuneImport order = Aisne.real().onProgress((phase, rows) -> {
                if (phase == interrupted && rows % 500 == 0) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> territory.importCommunes(REFERENCE, order))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("storage.interrupted"));
            assertThat(Thread.interrupted()).as("the thread stays interrupted").isTrue();
            assertThat(stored()).isEmpty();
            assertThat(journal()).isEmpty();
        }
    }

    @Test
    void aListenerThatThrowsEndsTheImportWithNothingWritten() {
        CommuneImport order = Aisne.real().onProgress((phase, rows) -> {
            if (phase == ImportProgress.Phase.WRITING) {
                throw new IllegalArgumentException("no more");
            }
        });
        assertThatThrownBy(() -> territory.importCommunes(REFERENCE, order)).hasMessage("no more");
        assertThat(stored()).isEmpty();
    }

    @Test
    void theSourceIsReadOnceAndWhatIsWrittenIsWhatWasChecked() {
        AtomicInteger opened = new AtomicInteger();
        CommuneImport order = CommuneImport.of(
                () -> new ByteArrayInputStream((HEADER + "02408,Laon" + opened.incrementAndGet() + ",,,,,,\r\n")
                        .getBytes(StandardCharsets.UTF_8)),
                COG_2026);
        territory.importCommunes(REFERENCE, order);
        assertThat(opened).hasValue(1);
        assertThat(stored().values()).extracting(found -> found.value().name()).containsExactly("Laon1");
    }

    @Test
    void neitherSourceNorListenerIsCalledWhileWritersWait() {
        AtomicInteger written = new AtomicInteger();
        Runnable somebodyWrites = () -> CompletableFuture.runAsync(() -> neo.atomically(written::incrementAndGet))
                .join();
        CommuneImport order = CommuneImport.of(
                        () -> {
                            somebodyWrites.run();
                            return new ByteArrayInputStream(Aisne.csv().getBytes(StandardCharsets.UTF_8));
                        },
                        COG_2026)
                .onProgress((phase, rows) -> somebodyWrites.run());
        territory.importCommunes(REFERENCE, order);
        assertThat(written)
                .as("once for the source, ten times for the listener")
                .hasValue(11);
    }

    @Test
    void aSourceThatFailsHalfWayWritesNothing() {
        CommuneImport order = CommuneImport.of(
                () -> {
                    InputStream half = new ByteArrayInputStream(
                            Aisne.csv().substring(0, 20_000).getBytes(StandardCharsets.UTF_8));
                    return new SequenceInputStream(half, new InputStream() {
                        @Override
                        public int read(byte[] into, int from, int most) throws IOException {
                            throw new FileNotFoundException("/secret/path");
                        }

                        @Override
                        public int read() throws IOException {
                            throw new FileNotFoundException("/secret/path");
                        }
                    });
                },
                COG_2026);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> territory.importCommunes(REFERENCE, order))
                .satisfies(e -> assertThat(e.facts()).containsEntry("reason", "FileNotFoundException"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void onlyAnAdministratorOfTheSharedTenantImports() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> territory.importCommunes(Aisne.ADMINISTRATOR, Aisne.real()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("territory.reference.tenant"));
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> territory.importCommunes(
                        Actor.of(Aisne.ANNE, TenantId.SHARED, Role.OPERATOR),
                        Aisne.real().dryRun()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("actor.forbidden"));
        assertThat(stored()).isEmpty();
    }

    @Test
    void anImportJoinsTheTransactionAroundIt() {
        assertThatThrownBy(() -> neo.atomically(() -> {
                    territory.importCommunes(REFERENCE, Aisne.real());
                    territory.addSite(
                            Aisne.ADMINISTRATOR,
                            Site.of(new SiteId(new UUID(1, 1)), "Hub", SiteKind.HUB, LAON, Aisne.PARIS));
                    throw new IllegalStateException("all or nothing");
                }))
                .hasMessage("all or nothing");
        assertThat(stored()).isEmpty();
        assertThat(territory
                        .communes(new CommuneFilter.All(), 10, Optional.empty())
                        .values())
                .isEmpty();
    }
}
