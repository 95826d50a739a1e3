package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.DerivedIds;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.ledger.local.Demurrage;
import fr.aisneneo.core.ledger.local.DemurrageRule;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.PaymentRequest;
import fr.aisneneo.core.ledger.local.PaymentRequests;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.ledger.order.OrderId;
import fr.aisneneo.core.ledger.order.StandingOrder;
import fr.aisneneo.core.ledger.order.StandingOrders;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.WholeStore;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who knows everything but the secret, and uses each id that could be computed from that before the ledger does. */
class OwnIdsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO, 1_000);

    /** Bruno makes a payment of his own under an id that follows from what he knows. */
    private void take(UUID from, String purpose, long number) {
        Draft draft = new Draft(town.pay(bruno, anne, 1));
        draft.id = new TransferId(DerivedIds.of(from, purpose, number));
        town.ledger.transfer(BRUNO, draft.request());
    }

    @Test
    void nobodyStopsTheDemurrageOfNextMonth() {
        AccountId fund = town.house(Side.CREDIT);
        LocalDate day = LocalDate.parse("2027-01-01");
        take(bruno.value(), "demurrage/fonte", day.toEpochDay());
        town.advance(Duration.ofDays(40));
        Demurrage.of(town.neo, town.ledger)
                .run(CHIEF, new DemurrageRule("fonte", Fraction.percent(10), day, PARIS, AXO, Town.MEMBERS, fund, 60));
        assertThat(town.balance(fund)).isEqualTo(100 + 99);
    }

    @Test
    void nobodyStopsTheNextPaymentOfAStandingOrder() {
        StandingOrders orders = StandingOrders.of(town.neo, town.ledger);
        StandingOrder order = new StandingOrder(
                new OrderId(town.neo.ids().next()),
                anne,
                bruno,
                100,
                Town.BREAD,
                LocalDateTime.parse("2026-12-01T08:00"),
                PARIS,
                Period.ofMonths(1),
                2);
        orders.place(ANNE, order);
        take(order.id().value(), "order", 0);
        take(order.id().value(), "order", 1);
        town.advance(Duration.ofDays(70));
        orders.runDue(CHIEF, 10);
        assertThat(orders.ofAccount(ANNE, anne).get(0).made()).isEqualTo(2);
    }

    @Test
    void nobodyStopsAPaymentRequest() {
        PaymentRequests requests = PaymentRequests.of(town.neo, town.ledger);
        UUID id = town.neo.ids().next();
        take(id, "request", 0);
        requests.ask(
                BRUNO,
                new PaymentRequest(
                        id,
                        bruno,
                        anne,
                        100,
                        Town.BREAD,
                        null,
                        town.now().plusSeconds(60),
                        PaymentRequest.State.OPEN,
                        null));
        requests.pay(ANNE, id);
        assertThat(town.balance(anne)).isEqualTo(1_001 - 100);
    }

    @Test
    void nobodySpoilsAVoucher() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = new Voucher(
                town.neo.ids().next(),
                town.house(Side.CREDIT),
                Money.ofMinorUnits(200, AXO),
                town.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
        take(voucher.id(), "voucher", 0);
        take(voucher.id(), "voucher", 1);
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        vouchers.redeem(CHIEF, text, keys.getPublic(), anne);
        assertThat(town.balance(anne)).isEqualTo(1_002);
    }

    private UUID id(Town of, TenantId tenant) {
        return new OwnIds(of.neo.store()).of(tenant, new UUID(1, 2), "test", 3);
    }

    @Test
    void theSameAgainIsTheSameAndAnotherTenantOrStoreHasOthers() {
        TenantId other = new TenantId("soissons");
        UUID id = id(town, Town.TENANT);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id(town, Town.TENANT)).isEqualTo(id);
        assertThat(id(town, other)).isNotEqualTo(id).isEqualTo(id(town, other));
        OwnIds ids = new OwnIds(town.neo.store());
        assertThat(ids.of(Town.TENANT, new UUID(1, 3), "test", 3)).isNotEqualTo(id);
        assertThat(ids.of(Town.TENANT, new UUID(1, 2), "tests", 3)).isNotEqualTo(id);
        assertThat(ids.of(Town.TENANT, new UUID(1, 2), "test", 4)).isNotEqualTo(id);
        try (Town elsewhere = new Town()) {
            assertThat(id(elsewhere, Town.TENANT)).isNotEqualTo(id);
        }
    }

    @Test
    void aSecretThatWasMadeInVainIsNotRemembered() {
        TenantId other = new TenantId("soissons");
        OwnIds ids = new OwnIds(town.neo.store());
        UUID[] vain = new UUID[1];
        try {
            town.neo.atomically(() -> {
                vain[0] = ids.of(other, new UUID(1, 2), "test", 3);
                throw new IllegalArgumentException("everything back");
            });
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessage("everything back");
        }
        UUID kept = ids.of(other, new UUID(1, 2), "test", 3);
        assertThat(kept).isNotEqualTo(vain[0]).isEqualTo(id(town, other));
    }

    @Test
    void theSecretIsMovedWithTheStoreAndNotShown() {
        UUID id = id(town, Town.TENANT);
        try (Town moved = new Town()) {
            town.neo.store().whole().snapshot(all -> {
                moved.neo.store().write(Contention.none(), tx -> copy(all, moved));
                return true;
            });
            assertThat(id(moved, Town.TENANT)).isEqualTo(id);
        }
        assertThat(town.neo
                        .store()
                        .<String>read(tx -> tx.documents(OwnIds.SECRETS, Town.TENANT)
                                .require("own_ids")
                                .toString()))
                .contains("value=IdSecret,");
    }

    private static boolean copy(WholeStore.Snapshot all, Town to) {
        all.documents(OwnIds.SECRETS, Town.TENANT, null, 10)
                .forEach(found -> to.neo.store().whole().insert(OwnIds.SECRETS, Town.TENANT, found.id(), found.body()));
        return true;
    }

    @Test
    @Tag("heavy")
    void aBackupThatIsRestoredGivesTheSameIds(@TempDir Path folder) {
        UUID id;
        try (Town first = new Town("rocksdb:" + folder.resolve("store"))) {
            id = id(first, Town.TENANT);
            first.neo.store().checkpoint(folder.resolve("backup"));
        }
        try (Town restored = new Town("rocksdb:" + folder.resolve("backup"))) {
            assertThat(id(restored, Town.TENANT)).isEqualTo(id);
        }
    }
}
