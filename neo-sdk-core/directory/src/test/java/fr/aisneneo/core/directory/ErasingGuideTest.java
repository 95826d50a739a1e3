package fr.aisneneo.core.directory;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.sealing.ErasureReport;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the guide, run on an embedded store and its old backup; and the guide, held to it. */
class ErasingGuideTest {
    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCE = Path.of("src/test/java/fr/aisneneo/core/directory/ErasingGuideTest.java");
    private static final TenantId LAON = new TenantId("laon");
    private static final PersonalData DATA = new PersonalData("Anne Martin", "anne@example.org", "0323202020");

    private final Actor operator = Actor.of(new PartyId(new UUID(2, 1)), LAON, Role.OPERATOR);
    private final Actor administrator = Actor.of(new PartyId(new UUID(2, 2)), LAON, Role.ADMINISTRATOR);
    private final PartyId anne = new PartyId(new UUID(1, 1));
    private final PartyId bruno = new PartyId(new UUID(1, 2));

    @TempDir
    private Path folder;

    @Test
    void aPersonIsErasedAndStaysSoWhenAnOldBackupComesBack() {
        Path keys = folder.resolve("keys");
        Path backup = folder.resolve("backup");
        before(folder.resolve("data"), keys, backup);
        afterRestoring(backup, keys);
    }

    private void before(Path data, Path keys, Path backup) {
        Neo neo = Neo.open("rocksdb:" + data);
        Sealing sealing = Sealing.open(neo, "file:" + keys);
        Parties parties = Parties.of(neo, sealing);
        try (neo;
                sealing) {
            for (PartyId id : List.of(anne, bruno)) {
                parties.register(operator, id, PartyKind.PERSON);
                parties.describe(operator, id, DATA);
            }
            neo.store().checkpoint(backup);

            sealing.rotateRootKey(administrator);
            assertThat(parties.personalData(operator, anne)).contains(DATA);

            ErasureReport report = parties.erase(operator, anne);
            report.lines(Locale.FRENCH).forEach(System.out::println);

            assertThat(report.purposes()).containsExactly("contact");
            assertThat(report.documents()).isEqualTo(Map.of("personal_data", 1L));
            assertThat(parties.personalData(operator, anne)).isEmpty();
        }
    }

    private void afterRestoring(Path backup, Path keys) {
        try (Neo neo = Neo.open("rocksdb:" + backup);
                Sealing sealing = Sealing.open(neo, "file:" + keys)) {
            Parties parties = Parties.of(neo, sealing);
            assertThat(parties.party(operator, anne).erased())
                    .as("the old party")
                    .isNull();
            assertThat(parties.personalData(operator, anne)).isEmpty();
            assertThat(parties.withEmail(operator, "anne@example.org")).containsExactly(bruno);

            List<ErasureReport> again = sealing.reapplyErasures(administrator);

            assertThat(again).extracting(ErasureReport::owner).containsExactly(anne);
            assertThat(parties.party(operator, anne).erased()).isNotNull();
            assertThat(neo.journal().read(administrator, 0, 100))
                    .extracting(event -> event.type())
                    .containsOnlyOnce("party.erased");
            assertThat(parties.personalData(operator, bruno)).contains(DATA);
            assertThat(sealing.reapplyErasures(administrator)).isEmpty();
        }
    }

    @Test
    void theGuideShowsThisCode() throws IOException {
        String source = withoutIndentation(Files.readString(SOURCE));
        String guide = Files.readString(Path.of("../docs/erasing-a-person.md"));
        Matcher blocks = BLOCK.matcher(guide);
        int found = 0;
        for (; blocks.find(); found++) {
            assertThat(source).contains(withoutIndentation(blocks.group(1)));
        }
        assertThat(found).isEqualTo(4);
    }

    @Test
    void theGuideShowsTheReportAsItIs() throws IOException {
        String guide = Files.readString(Path.of("../docs/erasing-a-person.md"));
        ErasureReport report = new ErasureReport(
                LAON,
                anne,
                Instant.parse("2026-11-23T08:30:00Z"),
                new TreeMap<>(Map.of("personal_data", 1L)),
                List.of("contact"),
                0,
                true);
        String shown = String.join("\n", report.lines(Locale.FRENCH)).replace(anne.text(), "0192f3c1-…");
        assertThat(guide).contains("```\n" + shown + "\n```");
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^[ \t]+", "");
    }
}
