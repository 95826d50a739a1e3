package fr.aisneneo.core.territory;

import fr.aisneneo.core.internal.text.NameKey;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where communes are kept: what holds now, and what held before. */
final class CommuneCollections {
    /** From which words of a name on it is found. The rare names of more words are found by their first four. */
    private static final int SEARCHED_WORDS = 4;

    /** By name and code; the n-th index has the names from their n-th word on. Ended communes are in none. */
    static final List<Index<Commune>> BY_NAME = byName();

    /** By group of communes, then name. */
    static final Index<Commune> BY_EPCI = Index.<Commune>named("by_epci")
            .string("epci", commune -> sirenOf(commune.epci()))
            .string("name", commune -> NameKey.of(commune.name()))
            .when(commune -> isCurrent(commune) && commune.epci() != null)
            .build();

    /** By department, then name. */
    static final Index<Commune> BY_DEPARTMENT = Index.<Commune>named("by_department")
            .string("department", Commune::department)
            .string("name", commune -> NameKey.of(commune.name()))
            .when(CommuneCollections::isCurrent)
            .build();

    /** By department, then code. */
    static final Index<Commune> BY_CODE = Index.<Commune>named("by_code")
            .string("department", Commune::department)
            .string("code", commune -> commune.code().value())
            .when(CommuneCollections::isCurrent)
            .build();

    /** The last known state of each commune, by code. */
    static final DocumentCollection<Commune> CURRENT = current();

    /** By code and first day. */
    static final Index<Commune> BY_FIRST_DAY = Index.<Commune>named("by_first_day")
            .string("code", commune -> commune.code().value())
            .number("first_day", commune -> commune.validity().from().toEpochDay())
            .build();

    /** The former states of communes. */
    static final DocumentCollection<Commune> PAST = DocumentCollection.json(
                    "commune_past",
                    Commune.class,
                    commune -> commune.code() + "@" + commune.validity().from())
            .shared()
            .index(BY_FIRST_DAY)
            .build();

    private CommuneCollections() {}

    private static boolean isCurrent(Commune commune) {
        return commune.validity().through() == null;
    }

    private static String sirenOf(@Nullable Epci epci) {
        return epci == null ? "" : epci.siren().value();
    }

    private static List<Index<Commune>> byName() {
        List<Index<Commune>> indexes = new ArrayList<>();
        for (int word = 0; word < SEARCHED_WORDS; word++) {
            int skipped = word;
            indexes.add(Index.<Commune>named("by_name_" + (word + 1))
                    .string("name", commune -> NameKey.behind(commune.name(), skipped))
                    .when(commune -> isCurrent(commune)
                            && !NameKey.behind(commune.name(), skipped).isEmpty())
                    .build());
        }
        return List.copyOf(indexes);
    }

    private static DocumentCollection<Commune> current() {
        DocumentCollection.Builder<Commune> collection = DocumentCollection.json(
                        "commune", Commune.class, commune -> commune.code().value())
                .shared()
                .index(BY_EPCI)
                .index(BY_DEPARTMENT)
                .index(BY_CODE);
        BY_NAME.forEach(collection::index);
        return collection.build();
    }
}
