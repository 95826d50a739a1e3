package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.money.Currency;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/**
 * A rule about the volume of a currency, and the level that was last told. Kept by the ledger.
 *
 * @param currency the currency
 * @param codes what counts as a payment, in ascending order
 * @param zone by whose calendar a year has passed
 * @param threshold where to raise the alarm, in minor units
 * @param warning at which part of the threshold to warn before
 * @param level the level that was last told, or fallen back to
 * @param asOf up to when was counted then
 */
public record VolumeState(
        Currency currency,
        List<Integer> codes,
        ZoneId zone,
        long threshold,
        Fraction warning,
        VolumeLevel level,
        Instant asOf) {

    /** Copies the list. */
    public VolumeState {
        codes = List.copyOf(codes);
    }

    static VolumeState of(VolumeRule rule, Instant now) {
        List<Integer> codes = rule.codes().stream().sorted().toList();
        return new VolumeState(
                rule.currency(), codes, rule.zone(), rule.threshold(), rule.warning(), VolumeLevel.BELOW, now);
    }

    VolumeRule rule() {
        return new VolumeRule(currency, Set.copyOf(codes), zone, threshold, warning);
    }

    VolumeState at(VolumeLevel other, Instant now) {
        return new VolumeState(currency, codes, zone, threshold, warning, other, now);
    }
}
