package fr.aisneneo.core.territory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** The real communes of the department, and who works with them. */
final class Aisne {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final LocalDate COG_2026 = LocalDate.of(2026, 1, 1);
    static final InseeCode LAON = new InseeCode("02408");
    static final InseeCode CHATEAU_THIERRY = new InseeCode("02168");
    static final PartyId ANNE = new PartyId(new UUID(7, 1));
    static final TenantId HUB = new TenantId("aisne-neo");

    static final Actor REFERENCE = Actor.of(ANNE, TenantId.SHARED, Role.ADMINISTRATOR);
    static final Actor ADMINISTRATOR = Actor.of(ANNE, HUB, Role.ADMINISTRATOR);
    static final Actor MEMBER = Actor.of(new PartyId(new UUID(7, 2)), HUB, Role.MEMBER);

    static final String HEADER =
            "code_insee,nom,codes_postaux,population,siren,code_arrondissement,siren_epci,nom_epci\r\n";

    private Aisne() {}

    static Neo neo() {
        return Neo.builder()
                .clock(() -> Instant.parse("2026-11-23T08:30:00Z"))
                .withoutDiscovery()
                .open();
    }

    static String csv() {
        try (InputStream in = Aisne.class.getResourceAsStream("aisne-communes-2026.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CommuneImport real() {
        return CommuneImport.of(() -> Aisne.class.getResourceAsStream("aisne-communes-2026.csv"), COG_2026)
                .labelled("INSEE COG 2026");
    }

    static CommuneImport of(String csv, LocalDate asOf) {
        return CommuneImport.of(() -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), asOf);
    }
}
