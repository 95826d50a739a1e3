package fr.aisneneo.example.portal.payment;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TariffTest {
    private static final Currency AXO = new Currency("AXO", 2);
    private static final SpaceId SPACE = new SpaceId(new UUID(7, 1));

    private static Interval interval(String start, String end) {
        return new Interval(Instant.parse(start), Instant.parse(end));
    }

    @Test
    void theTimeThatPassesIsPaidForEachPlaceRoundedDown() {
        Tariff tariff = space -> Optional.of(Money.ofMinorUnits(1_001, AXO));

        assertThat(tariff.price(SPACE, interval("2026-11-24T08:00:00Z", "2026-11-24T10:15:00Z"), 3))
                .contains(Money.ofMinorUnits(6_756, AXO));
    }

    @Test
    void whatCostsNothingHasNoPrice() {
        Tariff tariff = space -> Optional.empty();

        assertThat(tariff.price(SPACE, interval("2026-11-24T08:00:00Z", "2026-11-24T10:00:00Z"), 1))
                .isEmpty();
    }

    @Test
    void whatComesToLessThanTheCurrencyHasIsFree() {
        Tariff tariff = space -> Optional.of(Money.ofMinorUnits(1, AXO));

        assertThat(tariff.price(SPACE, interval("2026-11-24T08:00:00Z", "2026-11-24T08:59:00Z"), 1))
                .isEmpty();
        assertThat(tariff.price(SPACE, interval("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z"), 1))
                .contains(Money.ofMinorUnits(1, AXO));
    }
}
