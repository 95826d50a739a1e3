package fr.aisneneo.example.portal.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How much of a price is kept when a reservation is cancelled, by how long before its start that is.
 *
 * @param tiers the tiers, the earliest first; later than all of them everything is kept
 */
public record CancellationTerms(List<Tier> tiers) {
    private static final int ALL = 100;

    /** Nothing is kept until two days before, half of it until two hours before. */
    public static final CancellationTerms STANDARD =
            new CancellationTerms(List.of(new Tier(Duration.ofDays(2), 0), new Tier(Duration.ofHours(2), 50)));

    /**
     * A tier.
     *
     * @param before how long before the start, or longer
     * @param keptPercent how much is kept, 0 to 100
     */
    public record Tier(Duration before, int keptPercent) {}

    /** Copies the tiers. */
    public CancellationTerms {
        tiers = List.copyOf(tiers);
    }

    /**
     * How much is kept, in minor units, rounded down.
     *
     * @param price what was set aside, in minor units
     * @param cancelled when it is cancelled
     * @param start when the reservation starts
     */
    public long kept(long price, Instant cancelled, Instant start) {
        Duration left = Duration.between(cancelled, start);
        int percent = tiers.stream()
                .filter(tier -> left.compareTo(tier.before()) >= 0)
                .findFirst()
                .map(Tier::keptPercent)
                .orElse(ALL);
        // Whole hundreds and the rest apart: no price is too great for it.
        return price / ALL * percent + price % ALL * percent / ALL;
    }
}
