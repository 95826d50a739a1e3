package fr.aisneneo.example.portal.payment;

import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.util.Optional;

/** What spaces cost in the local currency: <b>a part to replace</b> by what the council decided. Thread-safe. */
@FunctionalInterface
public interface Tariff {
    /** For the price of less than an hour. */
    int MINUTES_PER_HOUR = 60;

    /**
     * The price of an hour of one place.
     *
     * @param space which space
     * @return the price, above zero; empty for a space that costs nothing
     */
    Optional<Money> hourly(SpaceId space);

    /**
     * The price of a reservation, by the time that passes: in the night when the clock goes back, an hour more. Rounded
     * down to what the currency has.
     *
     * @param space which space
     * @param interval from when to when
     * @param quantity how many places
     * @return the price, above zero; empty for a space that costs nothing, and if it comes to less than the currency
     *     has
     */
    default Optional<Money> price(SpaceId space, Interval interval, int quantity) {
        Optional<Money> price = hourly(space).map(hourly -> {
            long minutes = Math.multiplyExact(interval.duration().toMinutes(), quantity);
            long units = hourly.times(minutes).minorUnits() / MINUTES_PER_HOUR;
            return Money.ofMinorUnits(
                    units, new Currency(hourly.currency(), hourly.amount().scale()));
        });
        return price.filter(Money::isPositive);
    }
}
