package fr.aisneneo.example.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsrfTokensTest {
    private final CsrfTokens tokens = new CsrfTokens();

    @Test
    void aTokenFitsItsCookieAndNoOther() {
        assertThat(tokens.matches("cookie", tokens.of("cookie"))).isTrue();
        assertThat(tokens.matches("another", tokens.of("cookie"))).isFalse();
        assertThat(tokens.matches("cookie", null)).isFalse();
        assertThat(tokens.matches("cookie", "")).isFalse();
    }

    @Test
    void noTwoTokensLookAlikeAndEachFits() {
        String first = tokens.of("cookie");
        String second = tokens.of("cookie");

        assertThat(second).isNotEqualTo(first);
        assertThat(tokens.matches("cookie", first)).isTrue();
        assertThat(tokens.matches("cookie", second)).isTrue();
    }

    @Test
    void whatIsNoTokenFitsNothing() {
        assertThat(tokens.matches("cookie", "é")).isFalse();
        assertThat(tokens.matches("cookie", "A".repeat(86))).isFalse();
        assertThat(tokens.matches("cookie", "A".repeat(10_000))).isFalse();
    }

    @Test
    void anotherProcessMakesOtherTokens() {
        assertThat(new CsrfTokens().matches("cookie", tokens.of("cookie"))).isFalse();
    }
}
