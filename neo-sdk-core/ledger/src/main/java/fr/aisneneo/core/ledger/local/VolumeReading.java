package fr.aisneneo.core.ledger.local;

import java.math.BigInteger;
import java.time.Instant;

/**
 * What was paid over a time.
 *
 * @param from the instant after which it was counted
 * @param to the instant up to which it was counted
 * @param volume the sum of all payments, in minor units
 * @param threshold where to raise the alarm, in minor units
 */
public record VolumeReading(Instant from, Instant to, BigInteger volume, long threshold) {

    /**
     * Whether to raise the alarm.
     *
     * @return true if the threshold is reached
     */
    public boolean reached() {
        return volume.compareTo(BigInteger.valueOf(threshold)) >= 0;
    }
}
