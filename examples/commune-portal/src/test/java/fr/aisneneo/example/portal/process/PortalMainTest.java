package fr.aisneneo.example.portal.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.http.Client;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starting and stopping, as an operating system does it. */
@Tag("heavy")
class PortalMainTest {

    @Test
    void itStopsWhenToldToAndGoesOnWhereItWas(@TempDir Path folder) throws Exception {
        String reservation;
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client camille = Client.signedIn(portal.address(), "camille");
            String free =
                    camille.get("/api/spaces/" + Places.CONDORCET + "/free").body();
            String slot = free.replaceFirst(
                    ".*\\{\"end\":\"([^\"]+)\",\"start\":\"([^\"]+)\".*", "\"start\":\"$2\",\"end\":\"$1\"");
            reservation = camille.change(
                            "POST", "/api/reservations", "{\"space\":\"" + Places.CONDORCET + "\"," + slot + "}")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            assertThat(portal.stop()).isEqualTo(143);
            assertThat(portal.log()).contains("797 communes (797 new), 6 sites").doesNotContain("Camille", "ERROR");
        }
        try (PortalProcess portal = PortalProcess.start(folder)) {
            Client camille = Client.signedIn(portal.address(), "camille");
            assertThat(camille.get(reservation).body()).contains("CONFIRMED");
            assertThat(camille.get("/api/sites").body().split("\"id\"")).hasSize(7);
            assertThat(camille.get("/api/sites/" + Places.HUB + "/spaces")
                            .body()
                            .split("\"id\""))
                    .hasSize(6);
            assertThat(portal.log()).contains("797 communes (0 new), 6 sites");
        }
    }

    @Test
    void aStoreThatAnotherOneHoldsIsNamedInFrench(@TempDir Path folder) throws Exception {
        try (PortalProcess first = PortalProcess.start(folder)) {
            Path errors = folder.resolve("second.log");
            Process second =
                    PortalProcess.launch(errors, "-Dneo.portal.port=0", "-Dneo.portal.data=" + folder.resolve("data"));
            assertThat(second.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(second.exitValue()).isEqualTo(2);
            assertThat(Files.readString(errors)).contains("Le portail n’a pas démarré", "déjà ouvert");
            assertThat(new Client(first.address()).get("/api/health").statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void aWrongSettingIsNamed(@TempDir Path folder) throws Exception {
        Path errors = folder.resolve("portal.log");
        Process process = PortalProcess.launch(errors, "-Dneo.portal.port=eighty");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(Files.readString(errors)).contains("neo.portal.port", "eighty");
    }

    @Test
    void anEngineThatIsNotThereIsExplained(@TempDir Path folder) throws Exception {
        Path errors = folder.resolve("portal.log");
        Process process = PortalProcess.launch(errors, "-Dneo.portal.storage=oracle:db");

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(errors)).contains("oracle", "rocksdb");
    }
}
