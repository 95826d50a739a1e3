package fr.aisneneo.core.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActorTest {
    private static final Actor ANNE = Actor.of(new PartyId(new UUID(1, 1)), new TenantId("laon"), Role.MEMBER);

    @Test
    void aCorrelationIdIsOneVisibleLineOfBoundedLength() {
        String longest = "r".repeat(Actor.LONGEST_CORRELATION);
        assertThat(ANNE.correlated(longest).correlation()).isEqualTo(longest);
        assertRefused(longest + "r", "input.too_large");
        for (String hidden : new String[] {"a\u0000b", "a\nb", "a\u202eb", "a\ud800b"}) {
            assertRefused(hidden, "input.malformed");
        }
    }

    private static void assertRefused(String correlation, String code) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> ANNE.correlated(correlation))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.facts()).containsEntry("field", "actor.correlation"));
    }
}
