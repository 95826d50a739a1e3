package fr.aisneneo.core.territory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.internal.territory.PostcodeEntry;
import fr.aisneneo.core.internal.text.NameKey;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known of communes: reading and changing. */
final class Communes {
    /** What every change of the reference data contends on: there are few, and each touches postcodes of others. */
    static final Contention CHANGES = Contention.on(TenantId.SHARED, "reference", "communes");

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final Neo neo;

    Communes(Neo neo) {
        this.neo = neo;
    }

    Optional<Commune> find(InseeCode code) {
        return neo.store()
                .read(tx -> tx.documents(CommuneCollections.CURRENT, TenantId.SHARED)
                        .get(code.value())
                        .map(Document::value));
    }

    Optional<Commune> find(InseeCode code, LocalDate day) {
        return neo.store().read(tx -> {
            Optional<Commune> last = find(code);
            if (last.isEmpty() || !day.isBefore(last.get().validity().from())) {
                return last.filter(commune -> commune.validity().includes(day));
            }
            Scan<Commune> before = Scan.by(CommuneCollections.BY_FIRST_DAY)
                    .equalTo(code.value())
                    .upTo(day.toEpochDay())
                    .descending()
                    .limit(1);
            return past(tx).scan(before).values().stream()
                    .filter(commune -> commune.validity().includes(day))
                    .findFirst();
        });
    }

    List<Commune> history(InseeCode code) {
        return neo.store().read(tx -> {
            Scan<Commune> former = Scan.by(CommuneCollections.BY_FIRST_DAY)
                    .equalTo(code.value())
                    .descending();
            List<Commune> states = new ArrayList<>();
            find(code).ifPresent(states::add);
            states.addAll(past(tx).scan(former).values());
            return List.copyOf(states);
        });
    }

    private static Documents<Commune> past(Transaction tx) {
        return tx.documents(CommuneCollections.PAST, TenantId.SHARED);
    }

    private static Documents<Commune> current(Transaction tx) {
        return tx.documents(CommuneCollections.CURRENT, TenantId.SHARED);
    }

    Page<Commune> list(CommuneFilter filter, int limit, Optional<Cursor> after) {
        Scan<Commune> scan;
        if (filter instanceof CommuneFilter.InDepartment department) {
            scan = Scan.by(CommuneCollections.BY_DEPARTMENT).equalTo(department.code());
        } else if (filter instanceof CommuneFilter.InEpci epci) {
            scan = Scan.by(CommuneCollections.BY_EPCI).equalTo(epci.siren().value());
        } else {
            scan = Scan.by(CommuneCollections.BY_NAME.get(0));
        }
        return neo.store().read(tx -> current(tx).scan(scan.limit(limit).resume(after)));
    }

    List<Commune> named(String text, int limit) {
        List<String> beginnings = NameKey.beginnings(text);
        Map<InseeCode, Commune> found = new LinkedHashMap<>();
        return neo.store().read(tx -> {
            // First the names that begin so, then those with a word that does.
            for (Index<Commune> index : CommuneCollections.BY_NAME) {
                for (String beginning : beginnings) {
                    Scan<Commune> scan = Scan.by(index)
                            .from(beginning)
                            .before(beginning + LAST_CHARACTER)
                            .limit(limit);
                    current(tx).scan(scan).values().forEach(commune -> found.putIfAbsent(commune.code(), commune));
                }
            }
            return found.values().stream().limit(limit).toList();
        });
    }

    List<Commune> withPostcode(String postcode) {
        return neo.store()
                .read(tx -> tx.documents(PostcodeEntry.COLLECTION, TenantId.SHARED)
                        .get(postcode)
                        .map(entry -> entry.value().codes().stream()
                                .map(code -> current(tx).require(code).value())
                                .sorted(Comparator.comparing((Commune commune) -> NameKey.of(commune.name()))
                                        .thenComparing(Commune::code))
                                .toList())
                        .orElse(List.of()));
    }

    void put(Actor actor, Commune commune) {
        neo.store().write(CHANGES, tx -> {
            requireChange(actor);
            CommuneBook book = new CommuneBook(tx);
            CommuneBook.Change change = book.put(commune);
            book.finish();
            if (change != CommuneBook.Change.UNCHANGED) {
                neo.journal()
                        .append(
                                actor,
                                TerritoryEvents.COMMUNE_CHANGED,
                                new Aggregate("commune", commune.code().value()),
                                commune);
            }
            return change;
        });
    }

    ImportReport importAll(Actor actor, CommuneImport order) {
        return new ImportRun(neo, this, actor, order).run();
    }

    /** One tenant's administrator does not decide what all others read. */
    void requireChange(Actor actor) {
        if (!actor.tenant().equals(TenantId.SHARED)) {
            throw new ForbiddenException(TerritoryError.REFERENCE_TENANT, Map.of("tenant", TenantId.SHARED));
        }
        neo.policy().require(actor, TerritoryPermissions.CHANGE_COMMUNES);
    }
}
