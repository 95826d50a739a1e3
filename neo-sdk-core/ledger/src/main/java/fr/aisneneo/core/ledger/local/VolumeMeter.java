package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.money.Currency;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/**
 * Adds up what was paid in a local currency over the last twelve months, for the limited-network exemption: in France a
 * declaration is due once a million euros were paid so (Code monétaire et financier, L.521-3), which is a threshold
 * that is set here and not known. It reads every payment of the time: fit for once a day. {@link VolumeAlarm} keeps a
 * threshold and tells when it is crossed.
 *
 * <p>Thread-safe.
 */
public final class VolumeMeter {
    private final Neo neo;

    private VolumeMeter(Neo neo) {
        this.neo = neo;
    }

    /**
     * A meter.
     *
     * @param neo the open SDK, on which a {@link fr.aisneneo.core.ledger.Ledger} was made
     * @return the meter
     */
    public static VolumeMeter of(Neo neo) {
        return new VolumeMeter(neo);
    }

    /**
     * What was paid over the twelve months up to now: transfers at once and posted holds, less what of them was given
     * back since. A refund counts at the time of its payment: one of a payment before these months lessens nothing, and
     * one that was booked under another code lessens its payment all the same.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @param currency the currency
     * @param codes what counts as a payment
     * @param zone by whose calendar a year has passed
     * @param threshold where to raise the alarm, in minor units
     * @return the reading
     * @throws ForbiddenException if the policy does not grant it
     */
    public VolumeReading lastTwelveMonths(
            Actor actor, Currency currency, Set<Integer> codes, ZoneId zone, long threshold) {
        Instant to = neo.clock().instant();
        Instant from = to.atZone(zone).minusMonths(12).toInstant();
        return neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ);
            BigInteger volume = new PaidVolume(tx, actor.tenant(), currency).between(codes, from, to);
            return new VolumeReading(from, to, volume, threshold);
        });
    }
}
