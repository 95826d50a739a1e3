package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Backing;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.DocumentCodec;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Packs accounts. Form 1: the form, what is there (bits), the flags (bits), which limits are there (bits), id,
 * currency, scale, code, number, owner, reference, the limits that are there, the four counters, when opened, the
 * microseconds from then to the last transfer, when the next hold is due, the backing.
 */
final class AccountCodec implements DocumentCodec<AccountState> {
    private static final int FORM = 1;
    private static final int CREDIT = 1;
    private static final int CLOSED = 2;
    private static final int OWNER = 4;
    private static final int REFERENCE = 8;
    private static final int DUE = 16;
    private static final int BACKING = 32;
    private static final EnumBits<AccountFlag> FLAGS = new EnumBits<>(AccountFlag.class);

    @Override
    public byte[] encode(AccountState state) {
        Account account = state.account();
        AccountTerms terms = account.terms();
        Backing backing = state.backing();
        Packer out = new Packer().put(FORM).put(present(state)).put(FLAGS.bits(terms.flags()));
        Limits limits = account.limits();
        out.put(bit(limits.min() != Limits.NO_MIN, 1)
                | bit(limits.max() != Limits.NO_MAX, 2)
                | bit(limits.softMin() != Limits.NO_MIN, 4)
                | bit(limits.softMax() != Limits.NO_MAX, 8));
        out.uuid(account.id().value());
        out.text(terms.currency().code()).put(terms.currency().scale());
        out.number(terms.code()).signed(terms.number());
        optional(out, terms.owner() == null ? null : terms.owner().value());
        optional(out, terms.reference());
        limit(out, limits.min(), Limits.NO_MIN);
        limit(out, limits.max(), Limits.NO_MAX);
        limit(out, limits.softMin(), Limits.NO_MIN);
        limit(out, limits.softMax(), Limits.NO_MAX);
        counters(out, account.counters());
        out.fixed(state.opened()).number(state.last() - state.opened());
        if (state.nextDue() != Long.MAX_VALUE) {
            out.fixed(state.nextDue());
        }
        if (backing != null) {
            out.uuid(backing.issue()).uuid(backing.reserve());
            out.number(backing.units()).number(backing.worth());
        }
        return out.bytes();
    }

    private static int present(AccountState state) {
        AccountTerms terms = state.account().terms();
        return bit(terms.side() == Side.CREDIT, CREDIT)
                | bit(state.account().closed(), CLOSED)
                | bit(terms.owner() != null, OWNER)
                | bit(terms.reference() != null, REFERENCE)
                | bit(state.nextDue() != Long.MAX_VALUE, DUE)
                | bit(state.backing() != null, BACKING);
    }

    private static int bit(boolean is, int bit) {
        return is ? bit : 0;
    }

    private static void optional(Packer out, @Nullable UUID id) {
        if (id != null) {
            out.uuid(id);
        }
    }

    private static void limit(Packer out, long limit, long none) {
        if (limit != none) {
            out.signed(limit);
        }
    }

    static void counters(Packer out, Counters counters) {
        out.number(counters.debitsPending()).number(counters.debitsPosted());
        out.number(counters.creditsPending()).number(counters.creditsPosted());
    }

    @Override
    public AccountState decode(byte[] body) {
        Unpacker in = new Unpacker(body);
        if (in.get() != FORM) {
            throw new IllegalArgumentException("Not an account");
        }
        int present = in.get();
        int flags = in.get();
        int limited = in.get();
        AccountId id = new AccountId(in.uuid());
        Currency currency = new Currency(in.text(), in.get());
        int code = Math.toIntExact(in.number());
        long number = in.signed();
        PartyId owner = (present & OWNER) == 0 ? null : new PartyId(in.uuid());
        UUID reference = (present & REFERENCE) == 0 ? null : in.uuid();
        Side side = (present & CREDIT) == 0 ? Side.DEBIT : Side.CREDIT;
        AccountTerms terms = new AccountTerms(currency, code, side, owner, FLAGS.set(flags), reference, number);
        Limits limits = new Limits(
                (limited & 1) == 0 ? Limits.NO_MIN : in.signed(),
                (limited & 2) == 0 ? Limits.NO_MAX : in.signed(),
                (limited & 4) == 0 ? Limits.NO_MIN : in.signed(),
                (limited & 8) == 0 ? Limits.NO_MAX : in.signed());
        Account account = new Account(id, terms, limits, (present & CLOSED) != 0, counters(in));
        long opened = in.fixed();
        long last = opened + in.number();
        long due = (present & DUE) == 0 ? Long.MAX_VALUE : in.fixed();
        Backing backing = (present & BACKING) == 0 ? null : new Backing(in.uuid(), in.uuid(), in.number(), in.number());
        return in.end(new AccountState(account, opened, last, due, backing));
    }

    static Counters counters(Unpacker in) {
        return new Counters(in.number(), in.number(), in.number(), in.number());
    }
}
