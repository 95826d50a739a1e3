package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person reads: no instants of a machine, no names of constants. */
class LocalTextsTest {
    private static final Instant EXPIRES = Instant.parse("2027-01-01T00:00:00Z");

    @Test
    void nobodyIsShownWhatOnlyAMachineReads() {
        Map<LocalError, Map<String, ?>> facts = Map.of(
                LocalError.VOUCHER_EXPIRED, Map.of("expires", EXPIRES),
                LocalError.VOUCHER_VALID, Map.of("expires", EXPIRES),
                LocalError.DEMURRAGE_EARLY, Map.of("on", LocalDate.parse("2027-04-01")),
                LocalError.REQUEST_ANSWERED, Map.of("state", PaymentRequest.State.PAID));
        facts.forEach((error, known) -> {
            for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
                String text = error.text(locale, known);
                assertThat(text).doesNotContain("{", "2027", "PAID").isNotEqualTo(error.code());
            }
        });
    }
}
