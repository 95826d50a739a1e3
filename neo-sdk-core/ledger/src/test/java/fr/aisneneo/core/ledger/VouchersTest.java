package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.VoucherSigner;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.money.Money;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VouchersTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);

    private static KeyPair keys() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Voucher voucher(AccountId fund) {
        return new Voucher(
                town.neo.ids().next(),
                fund,
                Money.ofMinorUnits(200, AXO),
                town.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void aVoucherIsRedeemedOnceAndAFalseOneNever() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = voucher(town.house(Side.CREDIT));
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        assertThat(vouchers.sell(ANNE, voucher, anne, keys.getPrivate())).isEqualTo(text);
        assertThat(town.balance(anne)).isEqualTo(800);

        assertThat(vouchers.redeem(CHIEF, text, keys.getPublic(), bruno).status())
                .isEqualTo(TransferStatus.CREATED);
        assertThat(vouchers.redeem(CHIEF, text, keys.getPublic(), bruno).status())
                .isEqualTo(TransferStatus.EXISTS);
        assertThat(town.balance(bruno)).isEqualTo(200);
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> vouchers.redeem(CHIEF, text, keys.getPublic(), anne))
                        .errorCode())
                .isEqualTo(LocalError.VOUCHER_REDEEMED);
        KeyPair others = keys();
        for (String altered : new String[] {
            text.substring(1),
            text.replace('.', ' '),
            "",
            text + "AAAA",
            vouchers.sell(ANNE, voucher, anne, others.getPrivate())
        }) {
            assertThat(catchThrowableOfType(
                                    InvalidInputException.class,
                                    () -> vouchers.redeem(CLERK, altered, keys.getPublic(), bruno))
                            .errorCode())
                    .isEqualTo(LocalError.VOUCHER_FALSE);
        }
    }

    @Test
    void theMoneyOfAVoucherThatExpiredGoesBackAndOnlyThen() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = voucher(town.house(Side.CREDIT));
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        assertThat(catchThrowableOfType(RefusedException.class, () -> vouchers.reclaim(CHIEF, voucher.id()))
                        .errorCode())
                .isEqualTo(LocalError.VOUCHER_VALID);
        town.advance(Duration.ofDays(31));
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> vouchers.redeem(CHIEF, text, keys.getPublic(), bruno))
                        .errorCode())
                .isEqualTo(LocalError.VOUCHER_EXPIRED);
        vouchers.reclaim(CHIEF, voucher.id());
        assertThat(town.balance(anne)).isEqualTo(1_000);
    }

    @Test
    void aPayeeThatCannotBePaidDoesNotSpoilTheVoucher() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        String text = vouchers.sell(ANNE, voucher(town.house(Side.CREDIT)), anne, keys.getPrivate());
        town.ledger.changeLimits(CHIEF, bruno, Limits.NEVER_OVERDRAWN.withMax(199));
        for (AccountId payee : new AccountId[] {town.ledger.newAccountId(), bruno}) {
            assertThat(catchThrowableOfType(
                            RefusedException.class, () -> vouchers.redeem(CHIEF, text, keys.getPublic(), payee)))
                    .isNotNull();
        }
        town.ledger.changeLimits(CHIEF, bruno, Limits.NEVER_OVERDRAWN);
        assertThat(vouchers.redeem(CHIEF, text, keys.getPublic(), bruno).status())
                .isEqualTo(TransferStatus.CREATED);
    }

    /** The key of RFC 8032, 7.1, test 1. The text was signed by another implementation. */
    @Test
    void aVoucherIsSignedAsAVoucherAndAsNothingElse() throws Exception {
        KeyFactory factory = KeyFactory.getInstance("Ed25519");
        PrivateKey key = factory.generatePrivate(new EdECPrivateKeySpec(
                NamedParameterSpec.ED25519,
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));
        PublicKey open = factory.generatePublic(new X509EncodedKeySpec(HexFormat.of()
                .parseHex("302a300506032b6570032100"
                        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
        Voucher voucher = new Voucher(
                UUID.fromString("01900000-0000-7000-8000-000000000001"),
                AccountId.parse("01900000-0000-7000-8000-000000000002"),
                Money.ofMinorUnits(200, AXO),
                Instant.parse("2027-01-01T00:00:00Z"));
        String body = "MDE5MDAwMDAtMDAwMC03MDAwLTgwMDAtMDAwMDAwMDAwMDAxfDAxOTAwMDAwLTAwMDAtNzAwMC04MDAwLTAwMDAwMD"
                + "AwMDAwMnwyMDB8QVhPfDJ8MTc5ODc2MTYwMA";
        String text =
                body + ".4n0mrMqtGfiFJx8kTiJKQFyfGmV1e_QCZC5p3GEpEVOF7NmORodoplIiEhD9" + "pkn-ZLXhqYyqqt8vNOWkeX5mDg";
        assertThat(VoucherSigner.write(voucher, key)).isEqualTo(text);
        assertThat(VoucherSigner.read(text, open)).isEqualTo(voucher);
        String bare =
                body + ".CFnU6hkQpLAT5cCU3li-D-3RawdUQ9wKAl0yexLUnB0CPJbH9zDujGQNQkcH" + "q-IRJv8OAhd4nRGz_0g9Vh2_BA";
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> VoucherSigner.read(bare, open))
                        .errorCode())
                .as("signed without saying what it is")
                .isEqualTo(LocalError.VOUCHER_FALSE);
    }

    private static ErrorCode refusal(Runnable command) {
        return catchThrowableOfType(RefusedException.class, command::run).errorCode();
    }

    /** A text in somebody's hands whose sale was lost, and a fund with other people's money. */
    @Test
    void aFundPaysForNoVoucherThatWasNeverSold() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        AccountId fund = town.house(Side.CREDIT);
        vouchers.sell(ANNE, voucher(fund), anne, keys.getPrivate());
        Voucher lost = voucher(fund);
        String[] text = new String[1];
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> town.neo.atomically(() -> {
                            text[0] = vouchers.sell(ANNE, lost, anne, keys.getPrivate());
                            throw new IllegalStateException("the printer is broken");
                        })))
                .isNotNull();
        assertThat(refusal(() -> vouchers.redeem(CHIEF, text[0], keys.getPublic(), bruno)))
                .isEqualTo(LocalError.VOUCHER_UNSOLD);
        town.advance(Duration.ofDays(31));
        assertThat(refusal(() -> vouchers.reclaim(CHIEF, lost.id()))).isEqualTo(LocalError.VOUCHER_UNSOLD);
        assertThat(refusal(() -> vouchers.reclaim(CHIEF, UUID.randomUUID()))).isEqualTo(LocalError.VOUCHER_UNSOLD);
        assertThat(town.balance(fund)).isEqualTo(200);
    }

    @Test
    void aSignedTextThatSaysAnythingElseThanTheSaleIsNotPaid() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher sold = voucher(town.house(Side.CREDIT));
        AccountId otherFund = town.house(Side.CREDIT);
        town.give(otherFund, 5_000);
        vouchers.sell(ANNE, sold, anne, keys.getPrivate());
        for (Voucher other : new Voucher[] {
            new Voucher(sold.id(), sold.fund(), Money.ofMinorUnits(201, AXO), sold.expires()),
            new Voucher(sold.id(), sold.fund(), sold.amount(), sold.expires().plusSeconds(1)),
            new Voucher(sold.id(), otherFund, sold.amount(), sold.expires()),
            new Voucher(UUID.randomUUID(), sold.fund(), sold.amount(), sold.expires())
        }) {
            String text = VoucherSigner.write(other, keys.getPrivate());
            assertThat(refusal(() -> vouchers.redeem(CHIEF, text, keys.getPublic(), bruno)))
                    .isEqualTo(LocalError.VOUCHER_UNSOLD);
        }
        Vouchers booked = Vouchers.of(town.neo, town.ledger, 81);
        String text = VoucherSigner.write(sold, keys.getPrivate());
        assertThat(refusal(() -> booked.redeem(CHIEF, text, keys.getPublic(), bruno)))
                .as("sold as something else")
                .isEqualTo(LocalError.VOUCHER_UNSOLD);
        assertThat(town.balance(bruno)).isZero();
    }

    @Test
    void aSaleThatWasReversedHasNoMoneyLeftToPayOut() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        AccountId fund = town.house(Side.CREDIT);
        vouchers.sell(ANNE, voucher(fund), anne, keys.getPrivate());
        Voucher voucher = voucher(fund);
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        town.ledger.history().ofAccount(CHIEF, fund, 10, Optional.empty()).transfers().stream()
                .filter(transfer -> voucher.id().equals(transfer.reference()))
                .forEach(sale -> town.ledger.transfer(CHIEF, TransferRequest.reverse(town.id(), sale.id())));
        assertThat(refusal(() -> vouchers.redeem(CHIEF, text, keys.getPublic(), bruno)))
                .isEqualTo(LocalError.VOUCHER_UNSOLD);
        assertThat(town.balance(fund)).isEqualTo(200);
    }

    @Test
    void aSaleThatWasReversedByACentIsPaidOutToNobody() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        AccountId fund = town.house(Side.CREDIT);
        Voucher voucher = voucher(fund);
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        town.ledger
                .history()
                .ofAccount(CHIEF, fund, 10, Optional.empty())
                .transfers()
                .forEach(sale -> town.ledger.transfer(
                        CHIEF, TransferRequest.reverse(town.id(), sale.id()).amount(1)));
        assertThat(refusal(() -> vouchers.redeem(CHIEF, text, keys.getPublic(), bruno)))
                .isEqualTo(LocalError.VOUCHER_UNSOLD);
        town.advance(Duration.ofDays(31));
        assertThat(refusal(() -> vouchers.reclaim(CHIEF, voucher.id()))).isEqualTo(LocalError.VOUCHER_UNSOLD);
        assertThat(town.balance(fund)).isEqualTo(199);
    }

    @Test
    void whatIsReclaimedGoesToTheBuyerOnceAndToNobodyElseUnlessTold() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher first = voucher(town.house(Side.CREDIT));
        Voucher second = voucher(town.house(Side.CREDIT));
        vouchers.sell(ANNE, first, anne, keys.getPrivate());
        vouchers.sell(ANNE, second, anne, keys.getPrivate());
        town.advance(Duration.ofDays(31));
        assertThat(Objects.requireNonNull(vouchers.reclaim(CHIEF, first.id()).transfer())
                        .credit())
                .isEqualTo(anne);
        assertThat(vouchers.reclaim(CHIEF, first.id()).status()).isEqualTo(TransferStatus.EXISTS);
        assertThat(refusal(() -> vouchers.reclaimTo(CHIEF, first.id(), bruno))).isEqualTo(LocalError.VOUCHER_REDEEMED);
        assertThat(vouchers.reclaimTo(CHIEF, second.id(), bruno).status()).isEqualTo(TransferStatus.CREATED);
        assertThat(town.balance(anne)).isEqualTo(800);
        assertThat(town.balance(bruno)).isEqualTo(200);
    }

    /** Paid in time, and the answer was lost. */
    @Test
    void whatWasRedeemedInTimeHasTheSameAnswerOnceItHasExpired() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        String text = vouchers.sell(ANNE, voucher(town.house(Side.CREDIT)), anne, keys.getPrivate());
        TransferResult paid = vouchers.redeem(CHIEF, text, keys.getPublic(), bruno);
        town.advance(Duration.ofDays(31));
        TransferResult again = vouchers.redeem(CHIEF, text, keys.getPublic(), bruno);
        assertThat(again.status()).isEqualTo(TransferStatus.EXISTS);
        assertThat(again.transfer()).isEqualTo(paid.transfer());
        assertThat(refusal(() -> vouchers.redeem(CHIEF, text, keys.getPublic(), anne)))
                .isEqualTo(LocalError.VOUCHER_REDEEMED);
        assertThat(town.balance(bruno)).isEqualTo(200);
    }

    /** Payer and payee are the same, so that both ways pay the same amount to the same account. */
    @Test
    void whoRedeemedHisOwnVoucherHasNothingToReclaim() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = voucher(town.house(Side.CREDIT));
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        vouchers.redeem(CHIEF, text, keys.getPublic(), anne);
        town.advance(Duration.ofDays(31));
        assertThat(refusal(() -> vouchers.reclaim(CHIEF, voucher.id()))).isEqualTo(LocalError.VOUCHER_REDEEMED);
        assertThat(town.balance(anne)).isEqualTo(1_000);
    }

    @Test
    void membersNeitherRedeemNorReclaimByThemselvesAndLearnNothing() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = voucher(town.house(Side.CREDIT));
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        for (Runnable attempt : new Runnable[] {
            () -> vouchers.redeem(ANNE, text, keys.getPublic(), anne),
            () -> vouchers.reclaim(ANNE, voucher.id()),
            () -> vouchers.reclaim(ANNE, UUID.randomUUID())
        }) {
            assertThat(catchThrowableOfType(ForbiddenException.class, attempt::run))
                    .isNotNull();
        }
    }

    @Test
    void whatMakesNoSenseIsNotSold() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        AccountId fund = town.house(Side.CREDIT);
        Money two = Money.ofMinorUnits(200, AXO);
        for (Runnable attempt : new Runnable[] {
            () -> new Voucher(UUID.randomUUID(), fund, Money.ofMinorUnits(0, AXO), town.now()),
            () -> new Voucher(UUID.randomUUID(), fund, two, town.now().plusNanos(1)),
            () -> new Voucher(UUID.randomUUID(), fund, two, Instant.EPOCH),
            () -> new Voucher(UUID.randomUUID(), fund, two, Voucher.LAST.plusSeconds(1)),
            () -> vouchers.sell(ANNE, new Voucher(UUID.randomUUID(), fund, two, town.now()), anne, keys.getPrivate())
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
        Voucher sold = voucher(fund);
        String text = vouchers.sell(ANNE, sold, anne, keys.getPrivate());
        town.advance(Duration.ofDays(31));
        assertThat(vouchers.sell(ANNE, sold, anne, keys.getPrivate()))
                .as("sold in time, and the answer was lost")
                .isEqualTo(text);
    }
}
