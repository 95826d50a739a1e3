package fr.aisneneo.core.sharing;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What tenants share with each other. An owner's administrator shares a thing, changes the access, or takes it back;
 * the domain that the thing is of asks here what the actor's tenant was granted, and reads the thing from its owner.
 *
 * <p>Whether the owner has such a thing is for that domain to check, so share through it where it offers that:
 * {@code territory.shareSite(…)}. Sharing a thing of somebody else's does nothing, since it is looked for at the one
 * who shared it.
 *
 * <p>Thread-safe. Each command is one transaction, or joins the one that is open on the thread.
 */
public final class Sharing {
    /** Sharing what the tenant owns, taking it back, and seeing what is shared with whom. */
    public static final Permission MANAGE = Permission.of("sharing.manage", Role.ADMINISTRATOR);

    /** Something was shared, or the access changed; in the owner's journal, under the thing. */
    public static final EventType<Share> SHARED = new EventType<>("sharing.shared", Share.class);

    /** Something is shared no longer; in the owner's journal, under the thing. */
    public static final EventType<Share> REVOKED = new EventType<>("sharing.revoked", Share.class);

    /** The most that a tenant may share at a time. */
    public static final int MOST_SHARES = 1_000;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int LONGEST_ID = 100;

    private static final Index<Share> BY_OWNER = Index.<Share>named("by_owner")
            .string("owner", share -> share.owner().value())
            .string("kind", share -> share.thing().kind())
            .string("thing", share -> share.thing().id())
            .string("audience", share -> share.audience().value())
            .unique()
            .build();
    private static final Index<Share> BY_AUDIENCE = Index.<Share>named("by_audience")
            .string("audience", share -> share.audience().value())
            .string("kind", share -> share.thing().kind())
            .string("thing", share -> share.thing().id())
            .build();
    private static final DocumentCollection<Share> SHARES = DocumentCollection.json(
                    "share", Share.class, share -> share.id().text())
            .shared()
            .index(BY_OWNER)
            .index(BY_AUDIENCE)
            .build();

    private final Neo neo;

    private Sharing(Neo neo) {
        this.neo = neo;
        neo.store().declare(SHARES);
    }

    /**
     * The sharing of an open SDK.
     *
     * @param neo the SDK
     * @return the sharing
     */
    public static Sharing of(Neo neo) {
        return new Sharing(neo);
    }

    /**
     * Shares a thing of the actor's tenant, or changes the access to it. Doing it again changes nothing.
     *
     * @param actor needs {@link #MANAGE}
     * @param thing what is shared: a kind of {@code [a-z][a-z0-9_]{0,39}} and an id of up to 100 characters
     * @param audience with whom
     * @param access what they may do with it
     * @return the share
     * @throws InvalidInputException {@code sharing.with_owner}, {@code input.malformed} or {@code input.too_large}
     * @throws RefusedException {@code sharing.too_many} beyond {@value #MOST_SHARES}
     */
    public Share share(Actor actor, Aggregate thing, Audience audience, Access access) {
        check(actor, thing, audience);
        return neo.store().write(contention(actor), tx -> {
            neo.policy().require(actor, MANAGE);
            Optional<Document<Share>> known = find(tx, actor.tenant(), thing, audience);
            if (known.isPresent() && known.get().value().access() == access) {
                return known.get().value();
            }
            Share share = known.isPresent()
                    ? shares(tx)
                            .update(
                                    known.get().value().with(access, neo.clock().instant()),
                                    known.get().version())
                            .value()
                    : insert(tx, actor, thing, audience, access);
            neo.journal().append(actor, SHARED, thing, share);
            return share;
        });
    }

    private Share insert(Transaction tx, Actor actor, Aggregate thing, Audience audience, Access access) {
        String owner = actor.tenant().value();
        Scan<Share> own = Scan.by(BY_OWNER).equalTo(owner).limit(MOST_SHARES);
        if (shares(tx).scan(own).documents().size() >= MOST_SHARES) {
            throw new RefusedException(SharingError.TOO_MANY, Map.of("limit", MOST_SHARES));
        }
        ShareId id = new ShareId(neo.ids().next());
        return shares(tx)
                .insert(new Share(
                        id, actor.tenant(), thing, audience, access, neo.clock().instant()))
                .value();
    }

    /**
     * Takes a share back. What it granted is gone with the commit; what was done with it stays done.
     *
     * @param actor needs {@link #MANAGE}
     * @param thing what was shared
     * @param audience with whom; other shares of the same thing stay
     * @return false if it was not shared so, and nothing was done
     */
    public boolean revoke(Actor actor, Aggregate thing, Audience audience) {
        return neo.store().write(contention(actor), tx -> {
            neo.policy().require(actor, MANAGE);
            Optional<Document<Share>> known = find(tx, actor.tenant(), thing, audience);
            known.ifPresent(share -> {
                shares(tx).delete(share.value().id().text(), share.version());
                neo.journal().append(actor, REVOKED, thing, share.value());
            });
            return known.isPresent();
        });
    }

    /**
     * What the actor's tenant shares, by kind, thing and audience.
     *
     * @param actor needs {@link #MANAGE}
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the page
     * @throws InvalidInputException {@code storage.cursor.invalid} for a cursor of another list
     */
    public Page<Share> shares(Actor actor, int limit, Optional<Cursor> after) {
        Scan<Share> own =
                Scan.by(BY_OWNER).equalTo(actor.tenant().value()).limit(limit).resume(after);
        return neo.store().read(tx -> {
            neo.policy().require(actor, MANAGE);
            return shares(tx).scan(own);
        });
    }

    /**
     * What others granted the actor's tenant of one thing.
     *
     * @param actor who wants it
     * @param permission what the domain of the thing asks of the actor in its own tenant
     * @param thing the thing
     * @return one share for each owner with a thing of that id, with the most access that was granted; who shared first
     *     comes first, so that nobody gets between a tenant and what it uses by sharing a thing under the same id
     */
    public List<Share> granted(Actor actor, Permission permission, Aggregate thing) {
        return granted(actor, permission, thing.kind(), Optional.of(thing.id()));
    }

    /**
     * What others granted the actor's tenant of one kind.
     *
     * @param actor who wants it
     * @param permission what the domain of these things asks of the actor in its own tenant
     * @param kind the kind
     * @return one share for each owner and thing, with the most access that was granted, the first shared first; at
     *     most {@value #MOST_SHARES} of each owner, so that none crowds another out
     */
    public List<Share> granted(Actor actor, Permission permission, String kind) {
        return granted(actor, permission, kind, Optional.empty());
    }

    private List<Share> granted(Actor actor, Permission permission, String kind, Optional<String> id) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, permission);
            List<Share> all = new ArrayList<>();
            for (Audience audience : List.of(Audience.of(actor.tenant()), Audience.EVERYONE)) {
                Scan<Share> scan = id.isPresent()
                        ? Scan.by(BY_AUDIENCE).equalTo(audience.value(), kind, id.get())
                        : Scan.by(BY_AUDIENCE).equalTo(audience.value(), kind);
                // All of them: a bound over all owners would let one crowd the others out. Each has its own bound.
                shares(tx).forEach(scan, found -> all.add(found.value()));
            }
            return best(actor.tenant(), all);
        });
    }

    private record Owned(TenantId owner, String thing) {}

    private static List<Share> best(TenantId tenant, List<Share> all) {
        Map<Owned, Share> best = new LinkedHashMap<>();
        all.stream()
                .filter(share -> !share.owner().equals(tenant))
                .sorted(Comparator.comparing(share -> share.id().text()))
                .forEach(share -> best.merge(
                        new Owned(share.owner(), share.thing().id()),
                        share,
                        (one, other) -> other.access().includes(one.access()) ? other : one));
        return List.copyOf(best.values());
    }

    private static void check(Actor actor, Aggregate thing, Audience audience) {
        if (!KIND.matcher(thing.kind()).matches()) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "thing.kind", Map.of("expected", KIND.pattern()));
        }
        if (thing.id().isEmpty() || thing.id().length() > LONGEST_ID) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "thing.id", Map.of("limit", LONGEST_ID));
        }
        if (audience.equals(Audience.of(actor.tenant()))) {
            throw new InvalidInputException(SharingError.WITH_OWNER, "audience");
        }
    }

    private static Contention contention(Actor actor) {
        return Contention.on(actor.tenant(), "sharing", "shares");
    }

    private static Documents<Share> shares(Transaction tx) {
        return tx.documents(SHARES, TenantId.SHARED);
    }

    private static Optional<Document<Share>> find(Transaction tx, TenantId owner, Aggregate thing, Audience audience) {
        Scan<Share> one = Scan.by(BY_OWNER).equalTo(owner.value(), thing.kind(), thing.id(), audience.value());
        return shares(tx).scan(one).documents().stream().findFirst();
    }
}
