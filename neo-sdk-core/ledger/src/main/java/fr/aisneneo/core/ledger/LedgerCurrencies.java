package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.Peg;
import fr.aisneneo.core.ledger.book.RegisteredCurrency;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The currencies of a tenant. One is registered here, or by the first account that is opened in it; from then on its
 * code has one scale.
 *
 * <p>Thread-safe.
 */
public final class LedgerCurrencies {
    private final Neo neo;
    private final CurrencyDesk desk;

    LedgerCurrencies(Neo neo, CurrencyDesk desk) {
        this.neo = neo;
        this.desk = desk;
    }

    /**
     * Registers a currency. The same again changes nothing; one that was registered without a peg may be given one, and
     * then keeps it.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE}
     * @param currency the currency
     * @param peg what it is worth in another currency, which is registered with it; null to lay that down nowhere, or
     *     to leave what was laid down
     * @return the currency as it is kept
     * @throws RefusedException {@code ledger.currency.scale} if the code is registered with other decimals,
     *     {@code ledger.backing.same} for a peg to itself
     * @throws ConflictException {@code command.repeated_differently} if it has another peg
     * @throws ForbiddenException if the policy does not grant it
     */
    public RegisteredCurrency register(Actor actor, Currency currency, @Nullable Peg peg) {
        return neo.atomically(() -> {
            neo.policy().require(actor, LedgerPermissions.MANAGE);
            return desk.register(actor, currency, peg);
        });
    }

    /**
     * A currency.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for itself
     * @param code its code
     * @return the currency
     * @throws NotFoundException {@code ledger.currency.unknown}
     * @throws ForbiddenException if the policy does not grant it
     */
    public RegisteredCurrency currency(Actor actor, String code) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ, actor.party());
            return tx.documents(LedgerCollections.CURRENCIES, actor.tenant())
                    .get(code)
                    .map(Document::value)
                    .orElseThrow(() -> new NotFoundException(LedgerError.CURRENCY_UNKNOWN, Map.of("currency", code)));
        });
    }

    /**
     * All currencies of the tenant.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for itself
     * @return the currencies in the order of their codes
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<RegisteredCurrency> all(Actor actor) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ, actor.party());
            List<RegisteredCurrency> all = new ArrayList<>();
            tx.documents(LedgerCollections.CURRENCIES, actor.tenant())
                    .forEach(Scan.byId(), found -> all.add(found.value()));
            return List.copyOf(all);
        });
    }
}
