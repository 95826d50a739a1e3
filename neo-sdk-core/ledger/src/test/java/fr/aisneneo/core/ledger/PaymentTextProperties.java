package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentCode;
import fr.aisneneo.core.ledger.local.PaymentSplit;
import fr.aisneneo.core.money.Currency;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class PaymentTextProperties {
    private static Arbitrary<UUID> ids() {
        return Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
    }

    private static Arbitrary<Currency> currencies() {
        return Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .withCharRange('0', '9')
                                .ofMinLength(3)
                                .ofMaxLength(8)
                                .filter(code -> !code.equals("EUR")),
                        Arbitraries.integers().between(0, Currency.MAX_SCALE))
                .as(Currency::new);
    }

    @Provide
    Arbitrary<PaymentCode> codes() {
        return Combinators.combine(
                        ids().map(AccountId::new),
                        Arbitraries.oneOf(currencies(), Arbitraries.just(Currency.EUR)),
                        Arbitraries.longs().between(1, Long.MAX_VALUE).injectNull(0.3),
                        Arbitraries.integers().between(1, 65_535),
                        ids().injectNull(0.3))
                .as(PaymentCode::new);
    }

    @Property(tries = 300)
    void whatIsWrittenIsReadAgain(@ForAll("codes") PaymentCode code) {
        String text = code.text();
        assertThat(PaymentCode.parse(text)).isEqualTo(code);
        assertThat(text).matches("[0-9A-Z $%*+./:-]{1,140}");
    }

    /** A payment code with a few characters changed, or any text at all. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> changed = Combinators.combine(
                        codes(),
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.strings().ofMaxLength(3))
                .as((code, place, other) -> {
                    String text = code.text();
                    int from = Math.min(place, text.length());
                    return text.substring(0, from) + other + text.substring(Math.min(from + 1, text.length()));
                });
        return Arbitraries.oneOf(changed, Arbitraries.strings().ofMaxLength(300));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void anyOtherTextIsRefusedWithACode(@ForAll("texts") String text) {
        try {
            assertThat(PaymentCode.parse(text).text()).isEqualTo(text);
        } catch (InvalidInputException e) {
            assertThat(e.errorCode()).isIn(LocalError.CODE_MALFORMED, LocalError.CODE_VERSION);
        }
    }

    @Example
    void aCodeOfALaterVersionSaysSo() {
        String text = new PaymentCode(new AccountId(new UUID(1, 2)), Currency.EUR, 450L, 7, null).text();
        assertThat(refusal(text.replace("/1/", "/2/"))).isEqualTo(LocalError.CODE_VERSION);
        assertThat(refusal("NEO:PAY/17/ANYTHING")).isEqualTo(LocalError.CODE_VERSION);
        for (String other : new String[] {
            "NEO:PAY/0/X",
            "NEO:PAY/1/X",
            "NEO:PAY/01/X",
            "NEO:PAY/2000/X",
            "NEO:PAY/2",
            "",
            text.toLowerCase(Locale.ROOT),
            text + "\n",
            " " + text,
            text + "/",
            "NEO:PAY/2/" + "X".repeat(400)
        }) {
            assertThat(refusal(other)).as(other).isEqualTo(LocalError.CODE_MALFORMED);
        }
    }

    private static Object refusal(String text) {
        return catchThrowableOfType(InvalidInputException.class, () -> PaymentCode.parse(text))
                .errorCode();
    }

    @Property(tries = 300)
    void aSplitAddsUpAndItsLocalPartIsTheGreatestWithoutChange(
            @ForAll @LongRange(min = 0) long price,
            @ForAll @LongRange(min = 0) long available,
            @ForAll @IntRange(min = 1, max = 1_000_000) int step) {
        PaymentSplit split = PaymentSplit.of(price, available, step);
        assertThat(split.local() + split.euros()).isEqualTo(price);
        assertThat(split.local() % step).isZero();
        assertThat(split.local()).isBetween(0L, Math.min(price, available));
        assertThat(Math.min(price, available) - split.local())
                .as("one piece more is too much")
                .isLessThan(step);
    }

    @Example
    void aSplitThatMakesNoSenseIsRefused() {
        for (Runnable attempt : new Runnable[] {
            () -> PaymentSplit.of(-1, 5, 1),
            () -> PaymentSplit.of(5, -1, 1),
            () -> PaymentSplit.of(5, 5, 0),
            () -> new PaymentSplit(-1, 5),
            () -> new PaymentSplit(5, -1)
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
    }
}
