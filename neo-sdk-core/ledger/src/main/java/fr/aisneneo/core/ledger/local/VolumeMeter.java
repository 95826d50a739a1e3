package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds up what was paid in a local currency over the last twelve months, for the limited-network exemption: in France a
 * declaration is due once a million euros were paid so (Code monétaire et financier, L.521-3), which is a threshold
 * that is set here and not known. It reads every payment of the time: fit for once a day.
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
     * What was paid over the twelve months up to now: transfers at once and posted holds, less what was reversed.
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
            Documents<AccountState> accounts = tx.documents(LedgerCollections.ACCOUNTS, actor.tenant());
            Map<UUID, Boolean> meant = new HashMap<>();
            Total total = new Total();
            for (int code : codes) {
                var range = Scan.by(LedgerCollections.BY_CODE)
                        .equalTo((long) code)
                        .after(from)
                        .upTo(Micros.instant(Micros.of(to)))
                        .limit(1_000);
                tx.documents(LedgerCollections.RECORDS, actor.tenant()).forEach(range, found -> {
                    Entry entry = (Entry) found.value();
                    if (meant.computeIfAbsent(entry.debit(), id -> isOf(accounts, id, currency))) {
                        total.add(entry);
                    }
                });
            }
            return new VolumeReading(from, to, total.sum, threshold);
        });
    }

    private static final class Total {
        private BigInteger sum = BigInteger.ZERO;

        void add(Entry entry) {
            BigInteger moved = BigInteger.valueOf(entry.posted());
            sum = entry.kind() == TransferKind.REVERSAL ? sum.subtract(moved) : sum.add(moved);
        }
    }

    private static boolean isOf(Documents<AccountState> accounts, UUID id, Currency currency) {
        return accounts.get(id.toString())
                .map(Document::value)
                .filter(state -> state.account().terms().currency().equals(currency))
                .isPresent();
    }
}
