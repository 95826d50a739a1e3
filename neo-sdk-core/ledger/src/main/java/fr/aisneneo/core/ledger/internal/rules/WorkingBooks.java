package fr.aisneneo.core.ledger.internal.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is there and what is to be changed of it. Changes can be taken back down to a mark. Used by one thread. */
public final class WorkingBooks implements Books {
    private final Books source;
    private final Map<UUID, AccountState> accounts = new LinkedHashMap<>();
    private final Map<UUID, LedgerRecord> records = new LinkedHashMap<>();
    private final Map<UUID, Hold> holds = new LinkedHashMap<>();
    private final Map<UUID, Long> reversals = new LinkedHashMap<>();
    private final List<Runnable> undo = new ArrayList<>();

    /**
     * Without changes.
     *
     * @param source what is there
     */
    public WorkingBooks(Books source) {
        this.source = source;
    }

    @Override
    public @Nullable AccountState account(UUID id) {
        AccountState changed = accounts.get(id);
        return changed == null ? source.account(id) : changed;
    }

    /**
     * What these changes, and those that they began with, put under an id.
     *
     * @param id the id
     * @return the record; null if these changes made none
     */
    public @Nullable LedgerRecord made(UUID id) {
        LedgerRecord made = records.get(id);
        return made == null && source instanceof WorkingBooks before ? before.made(id) : made;
    }

    /**
     * Takes over the changes of books that began with these.
     *
     * @param later the books
     * @param event the event that tells their transfers; null where they have none
     */
    public void take(WorkingBooks later, @Nullable UUID event) {
        later.records.values().forEach(made -> put(made instanceof Entry entry ? entry.told(event) : made));
        later.accounts.values().forEach(this::put);
        later.holds.values().forEach(this::put);
        later.reversals.forEach(this::putReversed);
    }

    @Override
    public @Nullable LedgerRecord record(UUID id) {
        LedgerRecord made = records.get(id);
        return made == null ? source.record(id) : made;
    }

    @Override
    public @Nullable Hold hold(UUID id) {
        Hold changed = holds.get(id);
        return changed == null ? source.hold(id) : changed;
    }

    @Override
    public long reversed(UUID original) {
        Long changed = reversals.get(original);
        return changed == null ? source.reversed(original) : changed;
    }

    @Override
    public List<Hold> due(UUID account, long upTo, int limit) {
        // Of what the source has, as many may be changed here as there are changes.
        List<Hold> due = new ArrayList<>(source.due(account, upTo, limit + holds.size()));
        due.removeIf(hold -> holds.containsKey(hold.id()));
        for (Hold hold : holds.values()) {
            if (hold.isOpen() && hold.due() <= upTo && hold.touches(account)) {
                due.add(hold);
            }
        }
        due.sort(Comparator.comparingLong(Hold::due).thenComparing(Hold::id));
        return due.size() > limit ? due.subList(0, limit) : due;
    }

    @Override
    public UUID expiryId(UUID hold, long number) {
        return source.expiryId(hold, number);
    }

    /**
     * Where the changes stand.
     *
     * @return a mark for {@link #backTo}
     */
    public int mark() {
        return undo.size();
    }

    /**
     * Takes back what was changed since.
     *
     * @param mark what {@link #mark} gave
     */
    public void backTo(int mark) {
        for (int last = undo.size() - 1; last >= mark; last--) {
            undo.remove(last).run();
        }
    }

    /**
     * Changes an account.
     *
     * @param state its new state
     */
    public void put(AccountState state) {
        put(accounts, state.id(), state);
    }

    /**
     * Adds a record.
     *
     * @param made the record
     */
    public void put(LedgerRecord made) {
        put(records, made.id(), made);
    }

    /**
     * Adds or changes a hold.
     *
     * @param hold the hold
     */
    public void put(Hold hold) {
        put(holds, hold.id(), hold);
    }

    /**
     * Changes how much of a transfer was reversed.
     *
     * @param original the transfer
     * @param total all that was
     */
    public void putReversed(UUID original, long total) {
        put(reversals, original, total);
    }

    private <T> void put(Map<UUID, T> map, UUID id, T value) {
        T before = map.put(id, value);
        undo.add(before == null ? () -> map.remove(id) : () -> map.put(id, before));
    }

    /**
     * The changed accounts.
     *
     * @return their new states
     */
    public Collection<AccountState> accounts() {
        return Collections.unmodifiableCollection(accounts.values());
    }

    /**
     * The new records in the order in which they were made.
     *
     * @return the records
     */
    public Collection<LedgerRecord> records() {
        return Collections.unmodifiableCollection(records.values());
    }

    /**
     * The new and changed holds.
     *
     * @return the holds
     */
    public Collection<Hold> holds() {
        return Collections.unmodifiableCollection(holds.values());
    }

    /**
     * How much of which transfers was reversed by now.
     *
     * @return the totals by transfer
     */
    public Map<UUID, Long> reversals() {
        return Collections.unmodifiableMap(reversals);
    }
}
