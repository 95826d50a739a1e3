package fr.aisneneo.core.territory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.Siren;
import fr.aisneneo.core.sharing.Access;
import fr.aisneneo.core.sharing.Audience;
import fr.aisneneo.core.sharing.Share;
import fr.aisneneo.core.sharing.ShareId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import jakarta.json.bind.spi.JsonbProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Communes, sites and shares are the same JSON on each provider, and come back from it. */
class TerritoryJsonTest {
    private static final UUID ID = new UUID(1, 2);
    private static final String ID_TEXT = "00000000-0000-0001-0000-000000000002";
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Validity SINCE_JANUARY = Validity.since(LocalDate.of(2026, 1, 1));

    private static Codec codec(String provider) {
        return JsonbCodec.on(JsonbProvider.provider(provider));
    }

    private static void assertJson(String provider, Object value, String json) {
        Codec codec = codec(provider);
        byte[] written = codec.encode(value);
        assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(json.replace("\n", ""));
        assertThat((Object) codec.decode(written, value.getClass())).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.eclipse.yasson.JsonBindingProvider", "org.apache.johnzon.jsonb.JohnzonProvider"})
    void eachProviderWritesAndReadsTheSame(String provider) {
        assertJson(
                provider,
                new Commune(
                        new InseeCode("02458"),
                        "Dhuys et Morin-en-Brie",
                        List.of("02540", "02330"),
                        821,
                        new Siren("200053411"),
                        "021",
                        new Epci(new Siren("200072031"), "CA de la Région de Château-Thierry"),
                        SINCE_JANUARY),
                """
                {"arrondissement":"021","code":"02458",
                "epci":{"name":"CA de la Région de Château-Thierry","siren":"200072031"},
                "name":"Dhuys et Morin-en-Brie","population":821,"postcodes":["02330","02540"],
                "siren":"200053411","validity":{"from":"2026-01-01"}}
                """);
        assertJson(
                provider,
                Commune.of(new InseeCode("2A004"), "Ajaccio", SINCE_JANUARY.through(LocalDate.of(2026, 12, 31))),
                """
                {"code":"2A004","name":"Ajaccio","postcodes":[],
                "validity":{"from":"2026-01-01","through":"2026-12-31"}}
                """);
        assertJson(
                provider,
                Site.of(new SiteId(ID), "Hub", SiteKind.HUB, new InseeCode("02408"), ZoneId.of("Europe/Paris"))
                        .at(Address.of("1 rue du Bourg", "02000", "Laon"))
                        .until(LocalDate.of(2030, 1, 1)),
                """
                {"address":{"locality":"Laon","postcode":"02000","street":"1 rue du Bourg"},"commune":"02408",
                "id":"%s","kind":"HUB","lastDay":"2030-01-01","name":"Hub","zone":"Europe/Paris"}
                """.replace("%s", ID_TEXT));
        assertJson(
                provider,
                new Share(
                        new ShareId(ID),
                        new TenantId("laon"),
                        new Aggregate("site", "s1"),
                        Audience.EVERYONE,
                        Access.USE,
                        NOON),
                """
                {"access":"USE","audience":"*","id":"%s","owner":"laon","since":"2026-11-23T12:00:00Z",
                "thing":{"id":"s1","kind":"site"}}
                """.replace("%s", ID_TEXT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.eclipse.yasson.JsonBindingProvider", "org.apache.johnzon.jsonb.JohnzonProvider"})
    void whatIsMissingOrWrongInJsonIsRefusedAsInCode(String provider) {
        for (String json : List.of(
                "{}",
                "{\"id\":\"" + ID_TEXT + "\",\"name\":\"Hub\",\"kind\":\"HUB\",\"zone\":\"Europe/Paris\"}",
                "{\"id\":\"" + ID_TEXT
                        + "\",\"name\":\"Hub\",\"kind\":\"HUB\",\"zone\":\"+01:00\",\"commune\":\"02408\"}",
                "{\"id\":\"" + ID_TEXT
                        + "\",\"name\":\"\",\"kind\":\"HUB\",\"zone\":\"Europe/Paris\",\"commune\":\"02408\"}",
                "{\"id\":\"" + ID_TEXT
                        + "\",\"name\":\"x\",\"kind\":\"HUB\",\"zone\":\"Europe/Paris\",\"commune\":\"2408\"}")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .as(json)
                    .isThrownBy(() -> codec(provider).decode(json.getBytes(StandardCharsets.UTF_8), Site.class));
        }
    }
}
