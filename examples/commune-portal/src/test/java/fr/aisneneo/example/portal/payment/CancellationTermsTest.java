package fr.aisneneo.example.portal.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CancellationTermsTest {
    private static final Instant START = Instant.parse("2026-11-26T09:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-11-01T00:00:00Z, 2401, 0",
        "2026-11-24T09:00:00Z, 2401, 0",
        "2026-11-24T09:00:00.000001Z, 2401, 1200",
        "2026-11-26T07:00:00Z, 2401, 1200",
        "2026-11-26T07:00:00.000001Z, 2401, 2401",
        "2026-11-26T09:00:00Z, 2401, 2401",
        "2026-11-25T09:00:00Z, 1, 0",
        "2026-11-25T09:00:00Z, 9223372036854775807, 4611686018427387903"
    })
    void theLaterItIsTheMoreIsKept(Instant cancelled, long price, long kept) {
        assertThat(CancellationTerms.STANDARD.kept(price, cancelled, START)).isEqualTo(kept);
    }
}
