package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.BY_BADGE;
import static fr.aisneneo.core.tck.Samples.BY_LOGIN;
import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.BY_VISIT;
import static fr.aisneneo.core.tck.Samples.LOGINS;
import static fr.aisneneo.core.tck.Samples.PEOPLE;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.tck.Step.Content;
import fr.aisneneo.core.tck.Step.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random histories over so few ids and keys that they meet. */
final class AnySteps implements ArbitrarySupplier<List<Step>> {
    private static final Arbitrary<String> IDS = Arbitraries.of("a", "a\u0001", "b", "é", "\uE000", "\uD83D\uDE97");
    private static final Arbitrary<String> TEXTS =
            Arbitraries.of("", "x", "x\u0001", "xy", "é", "\uE000", "\uD83D\uDE97");
    private static final Arbitrary<Long> NUMBERS = Arbitraries.of(Long.MIN_VALUE, -1L, 0L, 1L, Long.MAX_VALUE);
    private static final Arbitrary<Instant> TIMES = Arbitraries.of(
            Instant.EPOCH.minusNanos(1_000), Instant.EPOCH, Instant.parse("2026-11-23T00:00:00.000001Z"));
    private static final Arbitrary<Boolean> TRUTHS = Arbitraries.of(false, true);
    private static final Arbitrary<Integer> TENANTS = Arbitraries.of(0, 1);
    private static final Arbitrary<Step.Version> VERSIONS =
            Arbitraries.of(Step.Version.PRESENT, Step.Version.PRESENT, Step.Version.PRESENT, Step.Version.STALE);

    AnySteps() {}

    @Override
    public Arbitrary<List<Step>> get() {
        Arbitrary<Step> steps = Arbitraries.frequencyOf(
                Tuple.of(6, onEither(AnySteps::inserts)),
                Tuple.of(5, onEither(AnySteps::updates)),
                Tuple.of(2, onEither(AnySteps::deletes)),
                Tuple.of(3, onEither(collection -> targets(collection).map(Step.Get::new))),
                Tuple.of(6, onEither(AnySteps::looks)),
                Tuple.of(2, Arbitraries.just(new Step.Mark())),
                Tuple.of(2, Arbitraries.integers().between(0, 2).map(Step.BackTo::new)),
                Tuple.of(2, Arbitraries.of(true, true, true, false).map(Step.End::new)));
        return steps.list().ofMaxSize(60);
    }

    /** Collections differ in what they take; the choice between them is one of equals. */
    private interface On {
        Arbitrary<? extends Step> collection(CollectionSchema collection);
    }

    private static Arbitrary<Step> onEither(On step) {
        return Arbitraries.of(PEOPLE, PEOPLE, LOGINS)
                .flatMap(collection -> step.collection(collection).map(s -> s));
    }

    private static Arbitrary<Step.Insert> inserts(CollectionSchema collection) {
        return Combinators.combine(targets(collection), contents(collection)).as(Step.Insert::new);
    }

    private static Arbitrary<Step.Update> updates(CollectionSchema collection) {
        return Combinators.combine(targets(collection), contents(collection), VERSIONS)
                .as(Step.Update::new);
    }

    private static Arbitrary<Step.Delete> deletes(CollectionSchema collection) {
        return Combinators.combine(targets(collection), VERSIONS).as(Step.Delete::new);
    }

    private static Arbitrary<Target> targets(CollectionSchema collection) {
        return Combinators.combine(TENANTS, IDS).as((tenant, id) -> new Target(collection, tenant, id));
    }

    private static Arbitrary<Content> contents(CollectionSchema collection) {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, 999);
        if (collection.equals(LOGINS)) {
            return Combinators.combine(keys(BY_LOGIN), numbers)
                    .as((login, number) -> new Content(List.of(new IndexEntry(BY_LOGIN, login)), number));
        }
        return Combinators.combine(
                        keys(BY_NAME), keys(BY_BADGE).optional(), keys(BY_VISIT).optional(), numbers)
                .as((name, badge, visit, number) -> new Content(
                        Stream.of(
                                        Optional.of(new IndexEntry(BY_NAME, name)),
                                        badge.map(key -> new IndexEntry(BY_BADGE, key)),
                                        visit.map(key -> new IndexEntry(BY_VISIT, key)))
                                .flatMap(Optional::stream)
                                .toList(),
                        number));
    }

    private static Arbitrary<IndexKey> keys(IndexSchema index) {
        if (index.equals(BY_BADGE)) {
            return Combinators.combine(Arbitraries.of("", "x"), NUMBERS)
                    .as((site, number) -> IndexKey.of(site, number));
        }
        if (index.equals(BY_VISIT)) {
            return Combinators.combine(TIMES, TRUTHS).as((at, paid) -> IndexKey.of(at, paid));
        }
        return TEXTS.map(text -> IndexKey.of(text));
    }

    private static Arbitrary<Step.Look> looks(CollectionSchema collection) {
        Arbitrary<Scan> scans = Arbitraries.of(collection.indexes())
                .optional(0.8)
                .flatMap(index -> index.map(order -> ranges(Scan.of(collection, order), keys(order), keys(order)))
                        .orElseGet(() -> ranges(
                                Scan.ofIds(collection),
                                IDS.map(id -> IndexKey.of(id)),
                                Arbitraries.just(IndexKey.EMPTY))));
        return Combinators.combine(TENANTS, scans).as(Step.Look::new);
    }

    private static Arbitrary<Scan> ranges(Scan all, Arbitrary<IndexKey> bounds, Arbitrary<IndexKey> places) {
        Arbitrary<ScanPosition> positions = Combinators.combine(places, IDS).as(ScanPosition::new);
        Arbitrary<Integer> limits = Arbitraries.of(1, 2, 3, 1_000);
        return Combinators.combine(
                        prefixes(bounds),
                        openMoreOften(),
                        prefixes(bounds),
                        openMoreOften(),
                        TRUTHS,
                        limits,
                        positions.optional(0.4))
                .as((lower, from, upper, to, backwards, limit, after) -> {
                    Scan scan =
                            all.lower(lower, from).upper(upper, to).first(limit).after(after.orElse(null));
                    return backwards ? scan.backwards() : scan;
                });
    }

    private static Arbitrary<Boolean> openMoreOften() {
        return Arbitraries.of(true, true, true, false);
    }

    /** The first parts of a key: none, some, all. */
    private static Arbitrary<IndexKey> prefixes(Arbitrary<IndexKey> keys) {
        return Combinators.combine(keys, Arbitraries.of(0, 0, 1, 2))
                .as((key, parts) -> new IndexKey(
                        key.values().subList(0, Math.min(parts, key.values().size()))));
    }
}
