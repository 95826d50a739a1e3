package fr.aisneneo.core.directory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.internal.directory.PersonalRecord;
import fr.aisneneo.core.party.Party;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.party.Profile;
import fr.aisneneo.core.party.ProfileKind;
import fr.aisneneo.core.sealing.ErasureReport;
import fr.aisneneo.core.sealing.ReadyDocument;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The parties of a tenant.
 *
 * <p>A party registers itself or is registered by staff; staff give it profiles; the party itself and operators see and
 * change its personal data; it is erased on request, after which its pseudonym and profiles still count in statistics.
 *
 * <p>{@link PartyPermissions} names what the policy is asked, {@link PartyEvents} what the journal is told.
 *
 * <p>Thread-safe. Each command is one transaction, or joins the one that is open on the thread.
 */
public final class Parties {
    private final Neo neo;
    private final @Nullable Sealing sealing;

    private Parties(Neo neo, @Nullable Sealing sealing) {
        this.neo = neo;
        this.sealing = sealing;
        neo.store().declare(PartyRecords.COLLECTION);
        if (sealing == null) {
            Sealing.declareIn(neo, PersonalRecord.COLLECTION);
        } else {
            sealing.declare(PersonalRecord.COLLECTION);
            sealing.onErasure("party", new PartyErasure(neo));
        }
    }

    /**
     * The parties of an open SDK, without their personal data: to read, enter or erase any is refused with
     * {@code sealing.key_store.required}. What stands sealed in the store can be moved with it all the same.
     *
     * @param neo the SDK
     * @return the parties
     */
    public static Parties of(Neo neo) {
        return new Parties(neo, null);
    }

    /**
     * The parties of an open SDK, their personal data sealed.
     *
     * @param neo the SDK
     * @param sealing what seals it, of the same SDK
     * @return the parties
     */
    public static Parties of(Neo neo, Sealing sealing) {
        return new Parties(neo, sealing);
    }

    private Sealing sealing() {
        if (sealing == null) {
            throw Sealing.required();
        }
        return sealing;
    }

    /**
     * Registers a party. Doing it again changes nothing, whoever does it and whenever.
     *
     * @param actor needs {@link PartyPermissions#REGISTER}
     * @param id its pseudonym, chosen by the caller
     * @param kind what it is
     * @return the party as it is now: without profiles if it is new
     * @throws ConflictException {@code command.repeated_differently} if the id is registered as something else
     */
    public Party register(Actor actor, PartyId id, PartyKind kind) {
        return neo.store().write(PartyRecords.contention(actor, id), tx -> {
            neo.policy().require(actor, PartyPermissions.REGISTER, id);
            Optional<Document<Party>> known =
                    PartyRecords.of(tx, actor.tenant()).get(id.text());
            if (known.isPresent()) {
                return PartyRecords.sameKindOrConflict(known.get().value(), kind);
            }
            neo.journal().append(actor, PartyEvents.REGISTERED, PartyEvents.aggregate(id), new PartyRegistered(kind));
            return PartyRecords.of(tx, actor.tenant())
                    .insert(new Party(id, kind, List.of(), neo.clock().instant(), null))
                    .value();
        });
    }

    /**
     * A party with its profiles.
     *
     * @param actor needs {@link PartyPermissions#READ}
     * @param id which party
     * @return the party
     * @throws NotFoundException {@code party.not_found} if the tenant has none
     */
    public Party party(Actor actor, PartyId id) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, PartyPermissions.READ, id);
            return PartyRecords.require(tx, actor, id).value();
        });
    }

    /**
     * What the directory says of a pseudonym. For domains that must know it whoever acts: no permission is asked, and
     * neither profiles nor personal data are told.
     *
     * @param tenant whose directory
     * @param id which party
     * @return its standing as it is now
     */
    public PartyStanding standing(TenantId tenant, PartyId id) {
        return neo.store().read(tx -> {
            Documents<Party> parties = PartyRecords.of(tx, tenant);
            Optional<Party> known = parties.get(id.text()).map(Document::value);
            if (known.isPresent()) {
                return known.get().erased() == null ? PartyStanding.REGISTERED : PartyStanding.ERASED;
            }
            boolean empty =
                    parties.scan(Scan.<Party>byId().limit(1)).documents().isEmpty();
            return empty ? PartyStanding.NO_DIRECTORY : PartyStanding.UNKNOWN;
        });
    }

    /**
     * Whether a pseudonym is that of somebody whose personal data was erased. For domains that take a party's own word
     * for who it is, and so need not know whether the directory has it, which {@link #standing} has to look further
     * for: no permission is asked.
     *
     * @param tenant whose directory
     * @param id which party
     * @return true if it is {@link PartyStanding#ERASED} now
     */
    public boolean isErased(TenantId tenant, PartyId id) {
        return neo.store()
                .read(tx -> PartyRecords.of(tx, tenant)
                        .get(id.text())
                        .map(known -> known.value().erased() != null)
                        .orElse(false));
    }

    /**
     * The parties of the tenant in the order of their ids.
     *
     * @param actor needs {@link PartyPermissions#READ} for all
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the page
     * @throws fr.aisneneo.core.error.InvalidInputException {@code storage.cursor.invalid} for a cursor of another list
     */
    public Page<Party> parties(Actor actor, int limit, Optional<Cursor> after) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, PartyPermissions.READ);
            return PartyRecords.of(tx, actor.tenant())
                    .scan(Scan.<Party>byId().limit(limit).resume(after));
        });
    }

    /**
     * Gives a party a profile. Doing it again changes nothing. One that was erased is given none, since the reference
     * to evidence may lead to the person.
     *
     * @param actor needs {@link PartyPermissions#MANAGE_PROFILES}
     * @param id which party
     * @param profile the profile
     * @return the party as it is now
     * @throws NotFoundException {@code party.not_found}
     * @throws RefusedException {@code party.profile.contradicts}, {@code party.profile.too_many}, {@code party.erased}
     */
    public Party addProfile(Actor actor, PartyId id, Profile profile) {
        ProfileChanged event = new ProfileChanged(profile.kind(), profile.validity());
        return change(actor, id, PartyEvents.PROFILE_ADDED, event, party -> party.with(profile));
    }

    /**
     * Ends a profile, or gives it another end. The day before its first day takes it away as entered by mistake.
     *
     * @param actor needs {@link PartyPermissions#MANAGE_PROFILES}
     * @param id which party
     * @param kind the kind of the profile
     * @param from its first day
     * @param lastDay its last day
     * @return the party as it is now
     * @throws NotFoundException {@code party.not_found}
     * @throws RefusedException {@code party.profile.unknown}, {@code party.profile.contradicts}, {@code party.erased}
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.reversed} for an earlier last day
     */
    public Party endProfile(Actor actor, PartyId id, ProfileKind kind, LocalDate from, LocalDate lastDay) {
        return neo.store().write(PartyRecords.contention(actor, id), tx -> {
            neo.policy().require(actor, PartyPermissions.MANAGE_PROFILES);
            Party known = PartyRecords.requireNotErased(tx, actor, id).value();
            Party changed = known.ending(kind, from, lastDay);
            Profile named = changed.profile(kind, from)
                    .or(() -> known.profile(kind, from))
                    .orElseThrow();
            return change(
                    actor, id, PartyEvents.PROFILE_ENDED, new ProfileChanged(kind, named.validity()), party -> changed);
        });
    }

    private <E> Party change(Actor actor, PartyId id, EventType<E> type, E event, UnaryOperator<Party> change) {
        return neo.store().write(PartyRecords.contention(actor, id), tx -> {
            neo.policy().require(actor, PartyPermissions.MANAGE_PROFILES);
            Document<Party> known = PartyRecords.requireNotErased(tx, actor, id);
            Party changed = change.apply(known.value());
            if (!changed.equals(known.value())) {
                PartyRecords.of(tx, actor.tenant()).update(changed, known.version());
                neo.journal().append(actor, type, PartyEvents.aggregate(id), event);
            }
            return changed;
        });
    }

    /**
     * Who a party is and how it is reached.
     *
     * @param actor needs {@link PartyPermissions#READ_PERSONAL}
     * @param id which party
     * @return its personal data; empty if none was entered, it was erased, or there is no such party
     * @throws RefusedException {@code sealing.key_store.required}
     * @throws StorageException {@code sealing.document.altered} or {@code sealing.key.missing}
     */
    public Optional<PersonalData> personalData(Actor actor, PartyId id) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, PartyPermissions.READ_PERSONAL, id);
            return new PersonalRecords(sealing(), tx, actor.tenant()).find(id);
        });
    }

    /**
     * Who has an e-mail address, as to see whether somebody is registered already. Found through a keyed hash: the
     * store does not hold the address.
     *
     * @param actor needs {@link PartyPermissions#READ_PERSONAL} for all
     * @param email the address; capitals make no difference
     * @return up to 100 parties
     * @throws RefusedException {@code sealing.key_store.required}
     */
    public List<PartyId> withEmail(Actor actor, String email) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, PartyPermissions.READ_PERSONAL);
            return new PersonalRecords(sealing(), tx, actor.tenant()).withEmail(email);
        });
    }

    /**
     * Enters or changes personal data. The journal learns which fields, not what they hold.
     *
     * @param actor needs {@link PartyPermissions#CHANGE_PERSONAL}
     * @param id which party
     * @param data all of it, replacing what was there
     * @throws NotFoundException {@code party.not_found}
     * @throws RefusedException {@code party.erased}, {@code sealing.key_store.required}
     */
    public void describe(Actor actor, PartyId id, PersonalData data) {
        // Before the transaction that writes: making a key waits for the disk, and nobody ought to wait for that, nor
        // for the encryption of what is new.
        boolean isNew = neo.store().read(tx -> {
            requireDescribable(tx, actor, id);
            return PersonalRecords.isNew(tx, actor.tenant(), id);
        });
        PersonalRecord entry = new PersonalRecord(id, data, neo.clock().instant());
        Optional<ReadyDocument<PersonalRecord>> ready =
                PersonalRecords.prepare(sealing(), actor.tenant(), entry, isNew);
        neo.store().write(PartyRecords.contention(actor, id), tx -> {
            requireDescribable(tx, actor, id);
            List<String> fields = new PersonalRecords(sealing(), tx, actor.tenant())
                    .put(id, data, neo.clock().instant(), ready);
            if (!fields.isEmpty()) {
                neo.journal()
                        .append(
                                actor,
                                PartyEvents.PERSONAL_DATA_CHANGED,
                                PartyEvents.aggregate(id),
                                new PersonalDataChanged(fields));
            }
            return true;
        });
    }

    private Document<Party> requireDescribable(Transaction tx, Actor actor, PartyId id) {
        neo.policy().require(actor, PartyPermissions.CHANGE_PERSONAL, id);
        return PartyRecords.requireNotErased(tx, actor, id);
    }

    /**
     * Erases a party's personal data in every domain, by destroying its keys, and the references to evidence; see
     * {@link Sealing#erase}. The pseudonym, the profiles and the journal stay. Doing it again takes away what was left.
     *
     * @param actor needs {@link PartyPermissions#ERASE} and {@link Sealing#ERASE}
     * @param id which party
     * @return what was purged, and what stays
     * @throws NotFoundException {@code party.not_found}
     * @throws RefusedException {@code sealing.key_store.required}
     */
    public ErasureReport erase(Actor actor, PartyId id) {
        neo.store().read(tx -> {
            neo.policy().require(actor, PartyPermissions.ERASE, id);
            return PartyRecords.require(tx, actor, id);
        });
        return sealing().erase(actor, id);
    }
}
