package fr.aisneneo.core.territory;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.internal.territory.PostcodeEntry;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.time.Validity;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The communes within one transaction: what a new state of one means for the last known state, for history and for
 * postcodes. Changes to postcodes are gathered and written by {@link #finish()}, one document a postcode.
 */
final class CommuneBook {
    private final Documents<Commune> current;
    private final Documents<Commune> past;
    private final Documents<PostcodeEntry> postcodes;
    private final SortedMap<String, SortedSet<String>> touched = new TreeMap<>();

    /** What a state means for what is known. */
    enum Change {
        /** The commune is new. */
        ADDED,
        /** Its facts changed. */
        CHANGED,
        /** Nothing is new. */
        UNCHANGED
    }

    /**
     * The communes in a transaction.
     *
     * @param tx the transaction
     */
    CommuneBook(Transaction tx) {
        current = tx.documents(CommuneCollections.CURRENT, TenantId.SHARED);
        past = tx.documents(CommuneCollections.PAST, TenantId.SHARED);
        postcodes = tx.documents(PostcodeEntry.COLLECTION, TenantId.SHARED);
    }

    /**
     * What a state would change.
     *
     * @param state the state, with the day since when it is known to hold
     * @return what {@link #put} would do
     * @throws RefusedException {@code territory.commune.newer_known} if it differs and is older than what is known
     */
    Change compare(Commune state) {
        Optional<Document<Commune>> known = current.get(state.code().value());
        return known.isEmpty() ? Change.ADDED : compare(known.get().value(), state);
    }

    private static Change compare(Commune known, Commune state) {
        boolean sameEnd =
                Objects.equals(known.validity().through(), state.validity().through());
        if (sameEnd && known.valid(state.validity()).equals(state)) {
            return Change.UNCHANGED;
        }
        if (state.validity().from().isBefore(known.validity().from())) {
            throw new RefusedException(
                    TerritoryError.COMMUNE_NEWER_KNOWN,
                    Map.of(
                            "code", state.code(),
                            "known", known.validity().from(),
                            "given", state.validity().from()));
        }
        return Change.CHANGED;
    }

    /**
     * Makes a state the last known one.
     *
     * @param state the state
     * @return what changed
     * @throws RefusedException {@code territory.commune.newer_known} if it differs and is older than what is known
     */
    Change put(Commune state) {
        Optional<Document<Commune>> found = current.get(state.code().value());
        if (found.isEmpty()) {
            current.insert(state);
            touch(state, true);
            return Change.ADDED;
        }
        Commune known = found.get().value();
        Change change = compare(known, state);
        if (change == Change.CHANGED) {
            // The same first day corrects what was known; a later one ends it the day before.
            if (state.validity().from().isAfter(known.validity().from())) {
                past.insert(known.valid(
                        endedBefore(known.validity(), state.validity().from())));
            }
            current.update(state, found.get().version());
            touch(known, false);
            touch(state, true);
        }
        return change;
    }

    private static Validity endedBefore(Validity known, LocalDate day) {
        LocalDate end = known.through();
        return end != null && end.isBefore(day) ? known : known.through(day.minusDays(1));
    }

    /**
     * Ends a commune that is no more.
     *
     * @param document its last known state
     * @param lastDay its last day
     */
    void end(Document<Commune> document, LocalDate lastDay) {
        Commune known = document.value();
        current.update(known.valid(known.validity().through(lastDay)), document.version());
        touch(known, false);
    }

    private void touch(Commune commune, boolean there) {
        for (String postcode : commune.postcodes()) {
            SortedSet<String> codes = touched.computeIfAbsent(
                    postcode,
                    code -> new TreeSet<>(postcodes
                            .get(code)
                            .map(document -> document.value().codes())
                            .orElse(List.of())));
            if (there) {
                codes.add(commune.code().value());
            } else {
                codes.remove(commune.code().value());
            }
        }
    }

    /** Writes the postcodes of what was put and ended. */
    void finish() {
        touched.forEach((postcode, codes) -> {
            Optional<Document<PostcodeEntry>> known = postcodes.get(postcode);
            PostcodeEntry entry = new PostcodeEntry(postcode, List.copyOf(codes));
            if (known.isEmpty() && !codes.isEmpty()) {
                postcodes.insert(entry);
            } else if (known.isPresent() && codes.isEmpty()) {
                postcodes.delete(postcode, known.get().version());
            } else if (known.isPresent() && !known.get().value().equals(entry)) {
                postcodes.update(entry, known.get().version());
            }
        });
        touched.clear();
    }
}
