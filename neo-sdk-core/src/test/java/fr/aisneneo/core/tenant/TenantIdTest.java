package fr.aisneneo.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantIdTest {
    @ParameterizedTest
    @ValueSource(strings = {"shared", "", "Shared", "-a", "1a", "a_b", "é", "a\n"})
    void aNameOfAnotherFormAndTheReservedOneAreRefused(String name) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new TenantId(name))
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.malformed"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("tenant"));
    }

    @Test
    void whatWasStoredIsReadBackTheReservedOneIncluded() {
        TenantId laon = new TenantId("laon");
        assertThat(TenantId.stored(laon.value())).isEqualTo(laon).hasSameHashCodeAs(laon);
        assertThat(TenantId.stored(TenantId.SHARED.value())).isSameAs(TenantId.SHARED);
        assertThat(laon).isNotEqualTo(TenantId.SHARED);
    }
}
