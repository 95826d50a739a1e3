package fr.aisneneo.core.territory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.internal.territory.PostcodeEntry;
import fr.aisneneo.core.sharing.Access;
import fr.aisneneo.core.sharing.Audience;
import fr.aisneneo.core.sharing.Share;
import fr.aisneneo.core.sharing.Sharing;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The territory: the communes, which all tenants read, and the sites of each tenant.
 *
 * <pre>{@code
 * Territory territory = Territory.of(neo);
 * Site hub = Site.of(id, "Hub de Laon", SiteKind.HUB, new InseeCode("02408"), ZoneId.of("Europe/Paris"));
 * territory.addSite(administrator, hub);
 * }</pre>
 *
 * <p>Thread-safe. Each command is one transaction, or joins the one that is open on the thread.
 */
public final class Territory {
    /** The most communes that a search by name finds. */
    public static final int MOST_FOUND = 100;

    /** The longest text that a name is searched by, in characters. */
    public static final int LONGEST_SEARCH = 100;

    /** The most sites that a tenant may have, those closed included. */
    public static final int MOST_SITES = 1_000;

    private final Communes communes;
    private final Sites sites;

    private Territory(Neo neo) {
        neo.store()
                .declare(
                        CommuneCollections.CURRENT,
                        CommuneCollections.PAST,
                        PostcodeEntry.COLLECTION,
                        SiteCollections.SITES);
        communes = new Communes(neo);
        sites = new Sites(neo);
    }

    /**
     * The territory of an open SDK.
     *
     * @param neo the SDK
     * @return the territory
     * @throws fr.aisneneo.core.error.StorageException {@code storage.schema} if the store was written by a newer
     *     version
     */
    public static Territory of(Neo neo) {
        return new Territory(neo);
    }

    /**
     * The last known state of a commune, also of one that has ended; {@link Commune#validity()} tells. Read for every
     * page that names a commune: decoded once for each version by the store, which caches by version and so needs no
     * invalidation.
     *
     * @param code its INSEE code
     * @return the commune, or empty if it was never imported
     */
    public Optional<Commune> commune(InseeCode code) {
        return communes.find(code);
    }

    /**
     * What a commune was on a day.
     *
     * @param code its INSEE code
     * @param day the day
     * @return the commune as of that day, or empty if it was not there or nothing is known of it that early
     */
    public Optional<Commune> commune(InseeCode code, LocalDate day) {
        return communes.find(code, day);
    }

    /**
     * All that is known of a commune.
     *
     * @param code its INSEE code
     * @return its last hundred states, the last known one first; empty if it was never imported
     */
    public List<Commune> history(InseeCode code) {
        return communes.history(code);
    }

    /**
     * Communes in the order of their names, without accents, case and articles.
     *
     * @param filter which ones
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the page
     * @throws fr.aisneneo.core.error.InvalidInputException {@code storage.cursor.invalid} for a cursor of another list
     */
    public Page<Commune> communes(CommuneFilter filter, int limit, Optional<Cursor> after) {
        return communes.list(filter, limit, after);
    }

    /**
     * Finds communes while a name is being typed. Accents, case, hyphens, apostrophes and articles do not matter, and
     * {@code st} stands for saint: {@code chateau thi}, {@code fere} and {@code st quentin} find Château-Thierry, La
     * Fère and Saint-Quentin. So does a later word alone: {@code quentin}.
     *
     * @param text the beginning of a name or of one of its first four words, up to {@value #LONGEST_SEARCH} characters
     * @param limit the most to find, brought between 1 and {@value #MOST_FOUND}
     * @return those whose name begins so, then those with such a word, each by name
     * @throws InvalidInputException {@code input.too_large} for a longer text
     */
    public List<Commune> communesNamed(String text, int limit) {
        if (text.length() > LONGEST_SEARCH) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "text", Map.of("limit", LONGEST_SEARCH));
        }
        return communes.named(text, Math.max(1, Math.min(limit, MOST_FOUND)));
    }

    /**
     * The communes that have a postcode: often several, up to some forty.
     *
     * @param postcode five digits; anything else finds nothing
     * @return the communes by name
     */
    public List<Commune> communesWithPostcode(String postcode) {
        return communes.withPostcode(postcode);
    }

    /**
     * Imports communes from a file: all or nothing, in one transaction. Doing it again changes nothing, writes nothing
     * and leaves no event. The calling thread may be interrupted.
     *
     * <p>Memory is bounded by what changes, not by the file. Every row is checked, and compared with what is known,
     * before the store is locked for writing.
     *
     * @param actor an actor of the tenant {@code shared} with {@link TerritoryPermissions#CHANGE_COMMUNES}
     * @param order what to import and how
     * @return what was done; of a {@linkplain CommuneImport#dryRun() dry run}, what would be, with the problems
     * @throws fr.aisneneo.core.error.RefusedException {@code territory.import.refused} if the file has problems, with
     *     the {@linkplain ImportReport#of report}
     * @throws InvalidInputException {@code territory.import.unreadable} if the file cannot be read
     * @throws fr.aisneneo.core.error.ForbiddenException {@code territory.reference.tenant} for an actor of another
     *     tenant, {@code actor.forbidden} if the policy does not grant it
     * @throws fr.aisneneo.core.error.StorageException {@code storage.interrupted}, and the others of the store
     */
    public ImportReport importCommunes(Actor actor, CommuneImport order) {
        return communes.importAll(actor, order);
    }

    /**
     * Adds a commune, or changes what is known of it. Whole departments come with the import of the Code officiel
     * géographique.
     *
     * @param actor an actor of the tenant {@code shared} with {@link TerritoryPermissions#CHANGE_COMMUNES}
     * @param commune its state and since when it is known to hold
     * @throws fr.aisneneo.core.error.ForbiddenException {@code territory.reference.tenant} for an actor of another
     *     tenant, {@code actor.forbidden} if the policy does not grant it
     * @throws fr.aisneneo.core.error.RefusedException {@code territory.commune.newer_known} if it is older than what is
     *     known
     */
    public void putCommune(Actor actor, Commune commune) {
        communes.put(actor, commune);
    }

    /**
     * Adds a site. The same one again adds nothing, whoever names it and whenever, so that a program may name its sites
     * at every start; of those that may be changed or closed meanwhile it asks {@link #siteOf} first.
     *
     * @param actor needs {@link TerritoryPermissions#MANAGE_SITES}
     * @param site the site, with an id of the caller's
     * @return the site as kept
     * @throws InvalidInputException {@code territory.commune.unknown} if communes are known and it is none of them, or
     *     {@code territory.commune.ended}; where no commune is known at all, a code of the right form is believed
     * @throws fr.aisneneo.core.error.ConflictException {@code command.repeated_differently} if the site with this id is
     *     another one by now, also because it was changed or closed; it names the fields that differ
     * @throws fr.aisneneo.core.error.RefusedException {@code territory.site.too_many} beyond {@value #MOST_SITES}
     */
    public Site addSite(Actor actor, Site site) {
        return sites.add(actor, site);
    }

    /**
     * Changes a site of the actor's tenant.
     *
     * <pre>{@code
     * territory.changeSite(administrator, hub, site -> site.named("Hub Aisne Neo").at(address));
     * }</pre>
     *
     * @param actor needs {@link TerritoryPermissions#MANAGE_SITES}
     * @param id which site
     * @param change makes the new site from the present one, with the same id; without side effects, since it may run
     *     again
     * @return the site as it is now; unchanged, and without an event, if it is the same
     * @throws fr.aisneneo.core.error.NotFoundException {@code territory.site.not_found} if the tenant has no such site,
     *     also for one that is shared with it
     * @throws InvalidInputException {@code territory.commune.unknown} or {@code territory.commune.ended} for a new
     *     commune
     */
    public Site changeSite(Actor actor, SiteId id, UnaryOperator<Site> change) {
        return sites.change(actor, id, TerritoryEvents.SITE_CHANGED, change);
    }

    /**
     * Gives a site its last day. It stays readable, so that what happened there keeps its place; to open it again,
     * change it with {@code site.until(null)}.
     *
     * @param actor needs {@link TerritoryPermissions#MANAGE_SITES}
     * @param id which site
     * @param lastDay the last day that it is there, by its own clock; also one in the past
     * @return the site as it is now
     * @throws fr.aisneneo.core.error.NotFoundException {@code territory.site.not_found} if the tenant has no such site
     */
    public Site closeSite(Actor actor, SiteId id, LocalDate lastDay) {
        return sites.change(actor, id, TerritoryEvents.SITE_CLOSED, site -> site.until(lastDay));
    }

    /**
     * Shares a site with another tenant, or all, or changes what they may do with it.
     *
     * @param actor needs {@link Sharing#MANAGE}
     * @param id which site of the actor's tenant
     * @param audience with whom
     * @param access what they may do with it
     * @return the share
     * @throws fr.aisneneo.core.error.NotFoundException {@code territory.site.not_found} if the tenant has no such site
     * @throws InvalidInputException {@code sharing.with_owner}
     * @throws fr.aisneneo.core.error.RefusedException {@code sharing.too_many}
     */
    public Share shareSite(Actor actor, SiteId id, Audience audience, Access access) {
        return sites.share(actor, id, audience, access);
    }

    /**
     * Takes a shared site back.
     *
     * @param actor needs {@link Sharing#MANAGE}
     * @param id which site of the actor's tenant
     * @param audience with whom it was shared
     * @return false if it was not shared so, and nothing was done
     */
    public boolean unshareSite(Actor actor, SiteId id, Audience audience) {
        return sites.unshare(actor, id, audience);
    }

    /**
     * A site of the actor's tenant, or one that is shared with it; also one that is closed.
     *
     * @param actor needs {@link TerritoryPermissions#READ_SITES}
     * @param id which site
     * @return the site
     * @throws fr.aisneneo.core.error.NotFoundException {@code territory.site.not_found} if there is none that the
     *     actor's tenant may see
     */
    public Site site(Actor actor, SiteId id) {
        return entry(actor, id).site();
    }

    /**
     * A site and on what terms the actor's tenant has it.
     *
     * @param actor needs {@link TerritoryPermissions#READ_SITES}
     * @param id which site
     * @return the site with its owner
     * @throws fr.aisneneo.core.error.NotFoundException {@code territory.site.not_found} if there is none that the
     *     actor's tenant may see
     */
    public SiteEntry entry(Actor actor, SiteId id) {
        return sites.entry(actor, id);
    }

    /**
     * A tenant's own site as it is now, also one that is closed. For domains that must know it whoever acts: no
     * permission is asked.
     *
     * @param owner whose site
     * @param id which site
     * @return the site, if the tenant has it
     */
    public Optional<Site> siteOf(TenantId owner, SiteId id) {
        return sites.find(owner, id);
    }

    /**
     * The sites of the actor's tenant and those shared with it, without those that are closed by now, each by its own
     * clock.
     *
     * @param actor needs {@link TerritoryPermissions#READ_SITES}
     * @return the tenant's own by name, then the shared ones by name
     */
    public List<SiteEntry> sites(Actor actor) {
        return sites.list(actor);
    }
}
