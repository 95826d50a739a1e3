package fr.aisneneo.example.portal.api;

import fr.aisneneo.booking.BookingRules;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceStatus;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.payment.Tariff;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A space.
 *
 * @param id its identifier
 * @param site the site that it belongs to
 * @param kind what it is for
 * @param name its name
 * @param capacity how many places can be reserved at the same time
 * @param zone the zone of its clock
 * @param inService whether it takes reservations
 * @param rules how it may be reserved
 * @param hourly what an hour of a place costs in the local currency, if it costs something
 */
public record SpaceJson(
        String id,
        String site,
        String kind,
        String name,
        int capacity,
        String zone,
        boolean inService,
        Rules rules,
        @Nullable Money hourly) {

    /**
     * How a space may be reserved, in minutes and days.
     *
     * @param shortestMinutes the shortest reservation
     * @param longestMinutes the longest reservation
     * @param granularityMinutes reservations start and end on its multiples, from midnight on
     * @param horizonDays how far ahead
     */
    public record Rules(long shortestMinutes, long longestMinutes, long granularityMinutes, int horizonDays) {}

    /**
     * Several spaces.
     *
     * @param items the spaces
     */
    public record All(List<SpaceJson> items) {}

    static SpaceJson of(Space space, Tariff tariff) {
        BookingRules rules = space.rules();
        return new SpaceJson(
                space.id().text(),
                space.site().text(),
                space.kind().name(),
                space.name(),
                space.capacity(),
                space.zone().getId(),
                space.status() == SpaceStatus.IN_SERVICE,
                new Rules(
                        rules.shortest().toMinutes(),
                        rules.longest().toMinutes(),
                        rules.granularity().toMinutes(),
                        rules.horizonDays()),
                tariff.hourly(space.id()).orElse(null));
    }
}
