package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Peg;
import fr.aisneneo.core.ledger.book.RegisteredCurrency;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Overdraft;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows the currencies, and which accounts of each can go below zero. Whoever changes one of them contends on the
 * currency; opening an account that cannot go below zero only reads it.
 */
final class CurrencyDesk {
    private final Neo neo;

    CurrencyDesk(Neo neo) {
        this.neo = neo;
    }

    private static Contention contention(Actor actor, Currency currency) {
        return Contention.on(actor.tenant(), "ledger_currency", currency.code());
    }

    private static Documents<RegisteredCurrency> currencies(Transaction tx, Actor actor) {
        return tx.documents(LedgerCollections.CURRENCIES, actor.tenant());
    }

    private static Documents<Overdraft> overdrafts(Transaction tx, Actor actor) {
        return tx.documents(LedgerCollections.OVERDRAFTS, actor.tenant());
    }

    /** Makes a currency known. Without a peg, one that is known keeps its own. */
    RegisteredCurrency register(Actor actor, Currency currency, @Nullable Peg peg) {
        if (peg != null) {
            requireTwo(currency, peg.to());
            register(actor, peg.to(), null);
        }
        return neo.store().write(contention(actor, currency), tx -> {
            Optional<Document<RegisteredCurrency>> known = currencies(tx, actor).get(currency.code());
            if (known.isEmpty()) {
                RegisteredCurrency made = new RegisteredCurrency(currency, peg, false);
                tell(actor, made);
                return currencies(tx, actor).insert(made).value();
            }
            RegisteredCurrency before = sameScale(known.get().value(), currency);
            if (peg == null || peg.equals(before.peg())) {
                return before;
            }
            requireFree(before, peg);
            RegisteredCurrency after = new RegisteredCurrency(currency, peg, before.backed());
            tell(actor, after);
            return currencies(tx, actor).update(after, known.get().version()).value();
        });
    }

    private static void requireTwo(Currency currency, Currency other) {
        if (currency.code().equals(other.code())) {
            throw new RefusedException(LedgerError.BACKING_SAME, Map.of("currency", currency.code()));
        }
    }

    private static void requireFree(RegisteredCurrency before, Peg peg) {
        if (before.peg() != null && !before.peg().equals(peg)) {
            throw new ConflictException(
                    CoreError.COMMAND_REPEATED_DIFFERENTLY,
                    Map.of("id", before.currency().code(), "fields", "peg"));
        }
    }

    private static RegisteredCurrency sameScale(RegisteredCurrency known, Currency currency) {
        if (known.currency().scale() != currency.scale()) {
            throw new RefusedException(
                    LedgerError.CURRENCY_SCALE,
                    Map.of(
                            "currency",
                            currency.code(),
                            "scale",
                            known.currency().scale()));
        }
        return known;
    }

    private void tell(Actor actor, RegisteredCurrency now) {
        neo.journal().append(actor, LedgerEvents.CURRENCY_REGISTERED, LedgerEvents.aggregate(now.currency()), now);
    }

    /** Notes whether an account can go below zero, which is refused where the currency is backed. */
    void note(Transaction tx, Actor actor, AccountState state) {
        Currency currency = state.account().terms().currency();
        RegisteredCurrency known = currencies(tx, actor)
                .get(currency.code())
                .map(found -> sameScale(found.value(), currency))
                .orElseGet(() -> register(actor, currency, null));
        Optional<Document<Overdraft>> noted =
                overdrafts(tx, actor).get(state.id().toString());
        if (state.mayGoBelowZero()) {
            if (known.backed() && !isIssue(state)) {
                throw new RefusedException(LedgerError.CURRENCY_BACKED, Map.of("currency", currency.code()));
            }
            if (noted.isEmpty()) {
                neo.store()
                        .write(
                                contention(actor, currency),
                                joined -> overdrafts(joined, actor).insert(new Overdraft(state.id(), currency.code())));
            }
        } else if (noted.isPresent() && state.counters().lowestNet() >= 0) {
            overdrafts(tx, actor).delete(state.id().toString(), noted.get().version());
        }
    }

    private static boolean isIssue(AccountState state) {
        return state.backing() != null && state.backing().issue().equals(state.id());
    }

    /** From now on no account of the currency but the one that it is issued from goes below zero. */
    void back(Actor actor, AccountState issue, Peg peg) {
        Currency currency = issue.account().terms().currency();
        requireTwo(currency, peg.to());
        register(actor, currency, peg);
        neo.store().write(contention(actor, currency), tx -> {
            Document<RegisteredCurrency> known = currencies(tx, actor).require(currency.code());
            if (known.value().backed()) {
                throw new RefusedException(
                        LedgerError.BACKING_LATE, Map.of("id", issue.account().id()));
            }
            requireNoOther(tx, actor, issue, currency);
            return currencies(tx, actor).update(new RegisteredCurrency(currency, peg, true), known.version());
        });
    }

    private static void requireNoOther(Transaction tx, Actor actor, AccountState issue, Currency currency) {
        List<Document<Overdraft>> over = new ArrayList<>();
        overdrafts(tx, actor).forEach(Scan.by(LedgerCollections.BY_CURRENCY).equalTo(currency.code()), found -> {
            AccountState state = tx.documents(LedgerCollections.ACCOUNTS, actor.tenant())
                    .require(found.value().account().toString())
                    .value();
            boolean below = state.mayGoBelowZero() || state.counters().lowestNet() < 0;
            if (below && !state.id().equals(issue.id())) {
                throw new RefusedException(
                        LedgerError.BACKING_OVERDRAWN,
                        Map.of("id", new AccountId(state.id()), "currency", currency.code()));
            }
            if (!below) {
                over.add(found);
            }
        });
        // They could once, and cannot any more.
        over.forEach(
                found -> overdrafts(tx, actor).delete(found.value().account().toString(), found.version()));
    }
}
