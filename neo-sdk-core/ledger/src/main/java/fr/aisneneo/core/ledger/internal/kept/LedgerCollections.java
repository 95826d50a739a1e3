package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.book.RegisteredCurrency;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import java.util.Objects;

/** Where the ledger keeps its documents. Immutable and thread-safe. */
public final class LedgerCollections {
    /** Accounts by their place in the chart. */
    public static final Index<AccountState> ACCOUNTS_BY_CODE = Index.<AccountState>named("by_code")
            .string("currency", state -> state.account().terms().currency().code())
            .number("code", state -> (long) state.account().terms().code())
            .build();

    /** Accounts by whose they are. */
    public static final Index<AccountState> ACCOUNTS_BY_OWNER = Index.<AccountState>named("by_owner")
            .string(
                    "owner",
                    state -> Objects.requireNonNull(state.account().terms().owner())
                            .text())
            .when(state -> state.account().terms().owner() != null)
            .build();

    /** The accounts. */
    public static final DocumentCollection<AccountState> ACCOUNTS = DocumentCollection.binary(
                    "ledger_account", AccountState.class, state -> state.id().toString(), new AccountCodec())
            .index(ACCOUNTS_BY_CODE)
            .index(ACCOUNTS_BY_OWNER)
            .build();

    /** Transfers by the account that they debit, in the order of time. */
    public static final Index<LedgerRecord> BY_DEBIT = Index.<LedgerRecord>named("by_debit")
            .string("debit", made -> ((Entry) made).debit().toString())
            .instant("at", made -> Micros.instant(((Entry) made).at()))
            .when(Entry.class::isInstance)
            .build();

    /** Transfers by the account that they credit, in the order of time. */
    public static final Index<LedgerRecord> BY_CREDIT = Index.<LedgerRecord>named("by_credit")
            .string("credit", made -> ((Entry) made).credit().toString())
            .instant("at", made -> Micros.instant(((Entry) made).at()))
            .when(Entry.class::isInstance)
            .build();

    /** Transfers by what they are for, in the order of time. */
    public static final Index<LedgerRecord> BY_CODE = Index.<LedgerRecord>named("by_code")
            .number("code", made -> (long) ((Entry) made).code())
            .instant("at", made -> Micros.instant(((Entry) made).at()))
            .when(Entry.class::isInstance)
            .build();

    /** Transfers by the application's id, in the order of time. */
    public static final Index<LedgerRecord> BY_REFERENCE = Index.<LedgerRecord>named("by_reference")
            .string(
                    "reference",
                    made -> Objects.requireNonNull(((Entry) made).reference()).toString())
            .instant("at", made -> Micros.instant(((Entry) made).at()))
            .when(made -> made instanceof Entry entry && entry.reference() != null)
            .build();

    /** What is kept under the id of each request. */
    public static final DocumentCollection<LedgerRecord> RECORDS = DocumentCollection.binary(
                    "ledger_transfer", LedgerRecord.class, made -> made.id().toString(), new RecordCodec())
            .index(BY_DEBIT)
            .index(BY_CREDIT)
            .index(BY_CODE)
            .index(BY_REFERENCE)
            .build();

    /** Open holds that expire, by the account that they debit. */
    public static final Index<Hold> DUE_BY_DEBIT = Index.<Hold>named("due_by_debit")
            .string("debit", hold -> hold.debit().toString())
            .instant("due", hold -> Micros.instant(hold.due()))
            .when(LedgerCollections::expires)
            .build();

    /** Open holds that expire, by the account that they credit. */
    public static final Index<Hold> DUE_BY_CREDIT = Index.<Hold>named("due_by_credit")
            .string("credit", hold -> hold.credit().toString())
            .instant("due", hold -> Micros.instant(hold.due()))
            .when(LedgerCollections::expires)
            .build();

    /** Open holds that expire. */
    public static final Index<Hold> DUE = Index.<Hold>named("due")
            .instant("due", hold -> Micros.instant(hold.due()))
            .when(LedgerCollections::expires)
            .build();

    /** Holds by their chain, whatever became of them. */
    public static final Index<Hold> BY_CHAIN = Index.<Hold>named("by_chain")
            .string("chain", hold -> Objects.requireNonNull(hold.chain()).toString())
            .when(hold -> hold.chain() != null)
            .build();

    /** What became of pending transfers. */
    public static final DocumentCollection<Hold> HOLDS = DocumentCollection.binary(
                    "ledger_hold", Hold.class, hold -> hold.id().toString(), new HoldCodec())
            .index(DUE_BY_DEBIT)
            .index(DUE_BY_CREDIT)
            .index(DUE)
            .index(BY_CHAIN)
            .build();

    /** How much of which transfers was reversed. */
    static final DocumentCollection<Reversed> REVERSED = DocumentCollection.binary(
                    "ledger_reversed", Reversed.class, reversed -> reversed.id().toString(), new Reversed.Codec())
            .build();

    /** The currencies. */
    public static final DocumentCollection<RegisteredCurrency> CURRENCIES = DocumentCollection.json(
                    "ledger_currency",
                    RegisteredCurrency.class,
                    registered -> registered.currency().code())
            .build();

    /** Accounts that can go below zero, by their currency. */
    public static final Index<Overdraft> BY_CURRENCY = Index.<Overdraft>named("by_currency")
            .string("currency", Overdraft::currency)
            .build();

    /** Which accounts can go below zero, so that whoever backs a currency need not look at all accounts. */
    public static final DocumentCollection<Overdraft> OVERDRAFTS = DocumentCollection.binary(
                    "ledger_overdraft",
                    Overdraft.class,
                    overdraft -> overdraft.account().toString(),
                    new Overdraft.Codec())
            .index(BY_CURRENCY)
            .build();

    private LedgerCollections() {}

    private static boolean expires(Hold hold) {
        return hold.isOpen() && hold.due() != Long.MAX_VALUE;
    }

    /**
     * All of them.
     *
     * @return the collections, to be declared
     */
    public static DocumentCollection<?>[] all() {
        return new DocumentCollection<?>[] {ACCOUNTS, RECORDS, HOLDS, REVERSED, OwnIds.SECRETS, CURRENCIES, OVERDRAFTS};
    }
}
