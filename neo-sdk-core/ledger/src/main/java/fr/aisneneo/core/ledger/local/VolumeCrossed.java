package fr.aisneneo.core.ledger.local;

import java.math.BigInteger;
import java.time.Instant;

/**
 * The volume of twelve months rose to a level.
 *
 * @param currency the code of the currency
 * @param level the level: never {@link VolumeLevel#BELOW}
 * @param volume what was paid, in minor units
 * @param threshold the threshold of its rule, in minor units
 * @param from the instant after which it was counted
 * @param to the instant up to which it was counted
 */
public record VolumeCrossed(
        String currency, VolumeLevel level, BigInteger volume, long threshold, Instant from, Instant to) {}
