package fr.aisneneo.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.party.Party;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.party.Profile;
import fr.aisneneo.core.party.ProfileKind;
import fr.aisneneo.core.time.Validity;
import jakarta.json.bind.spi.JsonbProvider;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parties are the same JSON on each provider, and come back from it. */
class PartyJsonTest {
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
                new Party(
                        new PartyId(ID),
                        PartyKind.PERSON,
                        List.of(new Profile(ProfileKind.RESIDENT, SINCE_JANUARY, "dossier 17")),
                        NOON,
                        null),
                """
                {"id":"%s","kind":"PERSON",
                "profiles":[{"evidence":"dossier 17","kind":"RESIDENT","validity":{"from":"2026-01-01"}}],
                "registered":"2026-11-23T12:00:00Z"}
                """.replace("%s", ID_TEXT));
        assertJson(provider, new PersonalData("Anne Martin", "anne@example.org", null), """
                {"displayName":"Anne Martin","email":"anne@example.org"}
                """);
    }
}
