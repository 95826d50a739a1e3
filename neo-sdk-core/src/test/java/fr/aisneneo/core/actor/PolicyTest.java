package fr.aisneneo.core.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final Permission CANCEL =
            Permission.of("test.cancel", Role.OPERATOR).orOwner(Role.MEMBER);

    private final PartyId anne = new PartyId(new UUID(1, 1));
    private final PartyId bruno = new PartyId(new UUID(2, 2));
    private final Policy policy = Policy.standard();

    @Test
    void anActorWithoutRolesMayDoNothingNotEvenToItsOwn() {
        assertThat(policy.grants(Actor.of(anne, LAON), CANCEL, anne)).isFalse();
        assertThat(policy.grants(Actor.of(anne, LAON), CANCEL, null)).isFalse();
    }

    @Test
    void aRoleThatIsNamedMayDoItToEverything() {
        assertThat(policy.grants(Actor.of(anne, LAON, Role.OPERATOR), CANCEL, bruno))
                .isTrue();
        assertThat(policy.grants(Actor.of(anne, LAON, Role.OPERATOR), CANCEL, null))
                .isTrue();
    }

    @Test
    void anOwnersRoleMayDoItToItsOwnOnly() {
        Actor member = Actor.of(anne, LAON, Role.MEMBER);
        assertThat(policy.grants(member, CANCEL, anne)).isTrue();
        assertThat(policy.grants(member, CANCEL, bruno)).isFalse();
        assertThat(policy.grants(member, CANCEL, null)).isFalse();
    }

    @Test
    void aRefusalNamesThePermissionAndNobody() {
        assertThatExceptionOfType(ForbiddenException.class)
                .isThrownBy(() -> policy.require(Actor.of(anne, LAON, Role.MEMBER), CANCEL, bruno))
                .satisfies(e -> assertThat(e.code()).isEqualTo("actor.forbidden"))
                .withMessageContaining("test.cancel")
                .withMessageNotContaining(bruno.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "-a", "a_b", "é", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    void aRoleOfAnotherFormIsRefused(String name) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Role(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Laon", "1laon", "la on", "laon\u0000", "saint–quentin"})
    void aTenantOfAnotherFormIsRefused(String name) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new TenantId(name));
    }
}
