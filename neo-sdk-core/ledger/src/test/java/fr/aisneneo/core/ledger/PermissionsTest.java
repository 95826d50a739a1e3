package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Backed.SOL;
import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.local.Demurrage;
import fr.aisneneo.core.ledger.local.DemurrageRule;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.ledger.order.StandingOrders;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What members, operators and administrators may do; Anne and Bruno are members, and money of Anne's is meant. */
class PermissionsTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO, 1_000);
    private final AccountId hall = town.house(Side.CREDIT);

    /** Who of all may do it, each trying something of its own. */
    private static List<Actor> allowed(Consumer<Actor> command) {
        List<Actor> allowed = new ArrayList<>();
        for (Actor actor : List.of(ANNE, BRUNO, CLERK, CHIEF)) {
            try {
                command.accept(actor);
                allowed.add(actor);
            } catch (ForbiddenException e) {
                assertThat(e.code()).isEqualTo("actor.forbidden");
            }
        }
        return allowed;
    }

    private List<Actor> may(Supplier<TransferRequest> request) {
        return allowed(actor -> assertThat(town.ledger
                        .submit(actor, List.of(request.get()))
                        .get(0)
                        .status()
                        .done())
                .isTrue());
    }

    private TransferId done(TransferRequest request) {
        town.ledger.transfer(CHIEF, request);
        return request.id();
    }

    @Test
    void membersPayWithTheirOwnAndStaffForThem() {
        assertThat(may(() -> town.pay(anne, bruno, 1))).containsExactly(ANNE, CLERK, CHIEF);
        assertThat(may(() -> town.hold(anne, hall, 1, 60))).containsExactly(ANNE, CLERK, CHIEF);
        assertThat(may(() -> TransferRequest.reverse(town.id(), done(town.pay(bruno, anne, 1)))))
                .containsExactly(ANNE, CLERK, CHIEF);
    }

    @Test
    void moneyOfTheHouseIsPaidBySomebodyMoreThanAnOperator() {
        assertThat(may(() -> town.pay(hall, bruno, 1))).containsExactly(CHIEF);
        assertThat(may(() -> town.hold(hall, bruno, 1, 60))).containsExactly(CHIEF);
        assertThat(may(() -> town.pay(town.issue, bruno, 1))).containsExactly(CHIEF);
        assertThat(may(() -> TransferRequest.reverse(town.id(), done(town.pay(anne, hall, 1)))))
                .containsExactly(CHIEF);
    }

    @Test
    void whatIsSetAsideForTheHouseIsSettledByStaff() {
        assertThat(may(() -> TransferRequest.post(town.id(), done(town.hold(anne, hall, 1, 0)))))
                .containsExactly(CLERK, CHIEF);
        assertThat(may(() -> TransferRequest.release(town.id(), done(town.hold(bruno, anne, 1, 0)))))
                .containsExactly(ANNE, CLERK, CHIEF);
    }

    @Test
    void whoBalancesAnAccountSeesIt() {
        AccountId full = town.open(AccountTerms.member(AXO, 100, ANNE.party()), Limits.NEVER_OVERDRAWN.withMax(1_000));
        Supplier<TransferRequest> fromAnne = () -> topUp(anne, full);
        Supplier<TransferRequest> fromBruno = () -> topUp(bruno, full);
        assertThat(may(fromAnne)).containsExactly(ANNE, CLERK, CHIEF);
        assertThat(may(fromBruno)).containsExactly(CLERK, CHIEF);
        AccountId purse = town.house(Side.CREDIT);
        town.ledger.changeLimits(CHIEF, purse, Limits.NONE.withMax(1_000));
        assertThat(may(() -> topUp(anne, purse))).containsExactly(CLERK, CHIEF);
    }

    private TransferRequest topUp(AccountId from, AccountId to) {
        return town.pay(from, to, 1).flag(TransferFlag.BALANCING_CREDIT);
    }

    @Test
    void theExchangeDeskIssuesAndRedeemsAndDoesNothingElseWithTheReserve() {
        Backed backed = new Backed(town);
        AccountId member = backed.member();
        AccountId saver = town.open(AccountTerms.member(Currency.EUR, 100, BRUNO.party()), Limits.NEVER_OVERDRAWN);
        assertThat(may(() -> euros(backed.reserve, backed.deposits, 9))).containsExactly(CLERK, CHIEF);
        assertThat(may(() -> backed.pay(backed.issue, member, 4))).containsExactly(CLERK, CHIEF);
        assertThat(may(() -> euros(backed.deposits, backed.reserve, 1))).containsExactly(CLERK, CHIEF);
        assertThat(may(() -> euros(backed.reserve, saver, 9)))
                .as("euros for somebody out of nothing")
                .containsExactly(CHIEF);
        assertThat(may(() -> euros(saver, backed.reserve, 1)))
                .as("somebody's euros: theirs to pay, and the desk's to take out")
                .containsExactly(CLERK, CHIEF);
        assertThat(may(() -> euros(backed.deposits, saver, 1))).containsExactly(CHIEF);
        assertThat(may(() -> backed.pay(member, backed.issue, 1)))
                .as("Anne may give her money up")
                .containsExactly(ANNE, CLERK, CHIEF);
    }

    private TransferRequest euros(AccountId from, AccountId to, long cents) {
        return TransferRequest.pay(town.id(), from, to, Money.euroCents(cents), Town.BREAD);
    }

    @Test
    void whatTheApplicationRunsIsNotRunByOperators() {
        AccountId fund = town.house(Side.CREDIT);
        DemurrageRule rule = new DemurrageRule(
                "fonte",
                Fraction.percent(2),
                LocalDate.parse("2026-11-26"),
                ZoneOffset.UTC,
                AXO,
                Town.MEMBERS,
                fund,
                60);
        Demurrage demurrage = Demurrage.of(town.neo, town.ledger);
        StandingOrders orders = StandingOrders.of(town.neo, town.ledger);
        assertThat(allowed(actor -> demurrage.run(actor, rule))).containsExactly(CHIEF);
        assertThat(allowed(actor -> orders.runDue(actor, 10))).containsExactly(CHIEF);
        assertThat(allowed(actor -> town.ledger.expireDue(actor, 10))).containsExactly(CLERK, CHIEF);
    }

    @Test
    void theFundOfVouchersIsTheHouses() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = new Voucher(
                town.neo.ids().next(),
                hall,
                Money.ofMinorUnits(200, AXO),
                town.now().plusSeconds(60));
        String[] text = new String[1];
        assertThat(allowed(actor -> text[0] = vouchers.sell(actor, voucher, anne, keys.getPrivate())))
                .containsExactly(ANNE, CLERK, CHIEF);
        assertThat(allowed(actor -> vouchers.redeem(actor, text[0], keys.getPublic(), bruno)))
                .containsExactly(CHIEF);
    }

    @Test
    void accountsAreManagedByAdministrators() {
        assertThat(allowed(actor -> town.ledger.changeLimits(actor, anne, Limits.NEVER_OVERDRAWN)))
                .containsExactly(CHIEF);
        assertThat(allowed(actor -> town.ledger.openAccount(
                        actor,
                        town.ledger.newAccountId(),
                        AccountTerms.member(SOL, 1, actor.party()),
                        Limits.NEVER_OVERDRAWN)))
                .containsExactly(CHIEF);
        assertThat(may(() -> TransferRequest.close(town.id(), town.member(ANNE), hall, 3)))
                .containsExactly(CHIEF);
    }

    /** The heir gets what is left, but neither closes an account for good nor opens it again. */
    @Test
    void whatClosesAnAccountIsSettledByWhoManagesIt() {
        assertThat(may(() -> TransferRequest.post(town.id(), done(closing())))).containsExactly(CHIEF);
        assertThat(may(() -> TransferRequest.release(town.id(), done(closing()))))
                .containsExactly(CHIEF);
    }

    private TransferRequest closing() {
        return TransferRequest.close(town.id(), town.member(BRUNO, 5), anne, 3);
    }
}
