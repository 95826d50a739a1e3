package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Expiry;
import fr.aisneneo.core.ledger.internal.rules.WorkingBooks;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Opens accounts, changes their limits and shows them. */
final class AccountDesk {
    private final Neo neo;
    private final LedgerClock clock;
    private final CurrencyDesk currencies;

    AccountDesk(Neo neo, LedgerClock clock, CurrencyDesk currencies) {
        this.neo = neo;
        this.clock = clock;
        this.currencies = currencies;
    }

    static Contention contention(Actor actor, AccountId id) {
        return Contention.on(actor.tenant(), "ledger_account", id.text());
    }

    private static Documents<AccountState> documents(Transaction tx, Actor actor) {
        return tx.documents(LedgerCollections.ACCOUNTS, actor.tenant());
    }

    Account open(Actor actor, AccountId id, AccountTerms terms, Limits limits) {
        return neo.store().write(contention(actor, id), tx -> {
            neo.policy().require(actor, LedgerPermissions.MANAGE, terms.owner());
            Optional<Document<AccountState>> known = documents(tx, actor).get(id.text());
            if (known.isPresent()) {
                return sameOrConflict(known.get().value().account(), terms);
            }
            long now = clock.now();
            Account account = new Account(id, terms, limits, false, Counters.ZERO);
            AccountState state = new AccountState(account, now, now, Long.MAX_VALUE, null);
            currencies.note(tx, actor, state);
            documents(tx, actor).insert(state);
            neo.journal()
                    .append(actor, LedgerEvents.ACCOUNT_OPENED, LedgerEvents.aggregate(id), AccountOpened.of(account));
            return account;
        });
    }

    private static Account sameOrConflict(Account known, AccountTerms terms) {
        List<String> fields = new ArrayList<>();
        AccountTerms first = known.terms();
        compare(fields, "code", first.code(), terms.code());
        compare(fields, "currency", first.currency(), terms.currency());
        compare(fields, "flags", first.flags(), terms.flags());
        compare(fields, "number", first.number(), terms.number());
        compare(fields, "owner", first.owner(), terms.owner());
        compare(fields, "reference", first.reference(), terms.reference());
        compare(fields, "side", first.side(), terms.side());
        if (!fields.isEmpty()) {
            throw new ConflictException(
                    CoreError.COMMAND_REPEATED_DIFFERENTLY,
                    Map.of("id", known.id(), "fields", String.join(", ", fields)));
        }
        return known;
    }

    private static void compare(
            List<String> fields,
            String name,
            @org.jspecify.annotations.Nullable Object first,
            @org.jspecify.annotations.Nullable Object second) {
        if (!Objects.equals(first, second)) {
            fields.add(name);
        }
    }

    Account changeLimits(Actor actor, AccountId id, Limits limits) {
        return neo.store().write(contention(actor, id), tx -> {
            neo.policy().require(actor, LedgerPermissions.MANAGE);
            Document<AccountState> known = require(tx, actor, id);
            Account before = known.value().account();
            if (before.limits().equals(limits)) {
                return before;
            }
            Account after = before.with(limits);
            currencies.note(tx, actor, known.value().with(after));
            documents(tx, actor).update(known.value().with(after), known.version());
            neo.journal()
                    .append(
                            actor,
                            LedgerEvents.LIMITS_CHANGED,
                            LedgerEvents.aggregate(id),
                            new LimitsChanged(before.limits(), limits));
            return after;
        });
    }

    private static Document<AccountState> require(Transaction tx, Actor actor, AccountId id) {
        return documents(tx, actor).get(id.text()).orElseThrow(() -> unknown(id));
    }

    static NotFoundException unknown(AccountId id) {
        return new NotFoundException(LedgerError.ACCOUNT_UNKNOWN, Map.of("id", id));
    }

    /** As it stands now: what is due counts as released, whether or not anybody did so yet. */
    Account account(Actor actor, AccountId id) {
        return neo.store().read(tx -> readable(tx, actor, id).account());
    }

    /** An account that the actor may see, without the holds that are due. */
    AccountState readable(Transaction tx, Actor actor, AccountId id) {
        WorkingBooks books = new WorkingBooks(new KeptBooks(tx, actor.tenant()));
        AccountState found = books.account(id.value());
        if (found == null
                || !neo.policy()
                        .grants(
                                actor,
                                LedgerPermissions.READ,
                                found.account().terms().owner())) {
            throw unknown(id);
        }
        Expiry.release(books, id.value(), clock.now(), Expiry.ALL);
        return Objects.requireNonNull(books.account(id.value()));
    }
}
