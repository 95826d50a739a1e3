package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import java.util.Optional;

/**
 * Raises an alarm when the volume of a currency over twelve months comes near a threshold, and when it reaches it: an
 * event of the journal, which a subscriber sends on. Each crossing is told once, however many look at the same time and
 * however often the application is started anew; one that goes straight to the threshold is told as that only. When the
 * volume falls back, nothing is told, and the next crossing is one again.
 *
 * <p>Nothing looks by itself: {@link #check} is for once a day, and after a run of many payments. It reads every
 * payment of the twelve months, holding up nobody who writes.
 *
 * <p>Thread-safe.
 */
public final class VolumeAlarm {
    /** The volume rose to a level. */
    public static final EventType<VolumeCrossed> CROSSED =
            new EventType<>("ledger.volume.crossed", VolumeCrossed.class);

    private static final DocumentCollection<VolumeState> STATES = DocumentCollection.json(
                    "ledger_volume",
                    VolumeState.class,
                    state -> state.currency().code())
            .build();

    private static final int MOST_ATTEMPTS = 10;

    private final Neo neo;

    private VolumeAlarm(Neo neo) {
        this.neo = neo;
        neo.store().declare(STATES);
    }

    /**
     * The alarms of a ledger.
     *
     * @param neo the open SDK, on which a {@link fr.aisneneo.core.ledger.Ledger} was made
     * @return the alarms
     */
    public static VolumeAlarm of(Neo neo) {
        return new VolumeAlarm(neo);
    }

    /**
     * What the events about a currency's volume are about.
     *
     * @param currency the currency
     * @return the aggregate: {@code ledger_volume} and the code of the currency
     */
    public static Aggregate aggregate(Currency currency) {
        return new Aggregate("ledger_volume", currency.code());
    }

    private static Contention contention(Actor actor, Currency currency) {
        return Contention.on(actor.tenant(), STATES.name(), currency.code());
    }

    /**
     * Sets the rule of a currency. The same rule again changes nothing; with another one, nothing has been told yet.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE}
     * @param rule the rule
     * @throws ForbiddenException if the policy does not grant it
     */
    public void set(Actor actor, VolumeRule rule) {
        neo.store().write(contention(actor, rule.currency()), tx -> {
            neo.policy().require(actor, LedgerPermissions.MANAGE);
            Documents<VolumeState> states = tx.documents(STATES, actor.tenant());
            Optional<Document<VolumeState>> known = states.get(rule.currency().code());
            VolumeState fresh = VolumeState.of(rule, neo.clock().instant());
            if (known.isEmpty()) {
                return states.insert(fresh);
            }
            boolean same = known.get().value().rule().equals(rule);
            return same ? known.get() : states.update(fresh, known.get().version());
        });
    }

    /** What was seen in one state of the ledger. */
    private record Seen(Document<VolumeState> state, VolumeReading reading) {
        VolumeLevel level() {
            VolumeState kept = state.value();
            VolumeLevel now = kept.rule().levelOf(reading.volume());
            // A clock that was set back sees fewer payments: that is no falling back.
            boolean earlier = !reading.to().isAfter(kept.asOf());
            return earlier && now.compareTo(kept.level()) < 0 ? kept.level() : now;
        }
    }

    /**
     * Looks how much was paid over the twelve months up to now, and tells the journal if it rose to another level since
     * somebody last looked.
     *
     * @param actor who; needs {@link LedgerPermissions#READ} without an owner
     * @param currency the currency
     * @return what was paid, as {@link VolumeMeter#lastTwelveMonths} counts it
     * @throws NotFoundException {@code not_found} if no rule was set
     * @throws ForbiddenException if the policy does not grant it
     */
    public VolumeReading check(Actor actor, Currency currency) {
        Seen seen = neo.store().read(tx -> see(tx, actor, currency));
        for (int attempt = 1; attempt < MOST_ATTEMPTS && !isKept(actor, currency, seen); attempt++) {
            // Somebody else came to a level since, from what may be a later state: so look again.
            seen = neo.store().read(tx -> see(tx, actor, currency));
        }
        return seen.reading();
    }

    private Seen see(Transaction tx, Actor actor, Currency currency) {
        neo.policy().require(actor, LedgerPermissions.READ);
        Document<VolumeState> state = tx.documents(STATES, actor.tenant()).require(currency.code());
        VolumeRule rule = state.value().rule();
        return new Seen(
                state,
                VolumeMeter.of(neo)
                        .lastTwelveMonths(actor, rule.currency(), rule.codes(), rule.zone(), rule.threshold()));
    }

    /** Whether the level that was seen is now the one that is kept; false if somebody changed it in between. */
    private boolean isKept(Actor actor, Currency currency, Seen seen) {
        VolumeState before = seen.state().value();
        VolumeLevel level = seen.level();
        if (level == before.level()) {
            return true;
        }
        return neo.store().write(contention(actor, currency), tx -> {
            Documents<VolumeState> states = tx.documents(STATES, actor.tenant());
            if (states.require(currency.code()).version() != seen.state().version()) {
                return false;
            }
            VolumeReading reading = seen.reading();
            states.update(before.at(level, reading.to()), seen.state().version());
            if (level.compareTo(before.level()) > 0) {
                neo.journal()
                        .append(
                                actor,
                                CROSSED,
                                aggregate(currency),
                                new VolumeCrossed(
                                        currency.code(),
                                        level,
                                        reading.volume(),
                                        reading.threshold(),
                                        reading.from(),
                                        reading.to()));
            }
            return true;
        });
    }
}
