package fr.aisneneo.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class MoneyProperties {
    private final Codec codec = JsonbCodec.standard();

    @Provide
    Arbitrary<Money> amounts() {
        Arbitrary<Currency> currencies = Combinators.combine(
                        Arbitraries.strings()
                                .withCharRange('A', 'Z')
                                .numeric()
                                .ofMinLength(3)
                                .ofMaxLength(8),
                        Arbitraries.integers().between(0, Currency.MAX_SCALE))
                .as((code, scale) -> code.equals("EUR") ? Currency.EUR : new Currency(code, scale));
        return Combinators.combine(Arbitraries.longs(), currencies).as(Money::ofMinorUnits);
    }

    @Property
    void everyAmountComesBackFromJson(@ForAll("amounts") Money money) {
        assertThat(codec.decode(codec.encode(money), Money.class)).isEqualTo(money);
    }

    @Property
    void everyAmountComesBackFromItsText(@ForAll("amounts") Money money) {
        Currency currency = new Currency(money.currency(), money.amount().scale());
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(Money.parse(money.format(locale), currency, locale)).isEqualTo(money);
        }
    }

    @Property
    void sharesAddUpAndAreWithinOneUnitOfTheirDue(
            @ForAll @LongRange(min = -1_000_000_000_000L, max = 1_000_000_000_000L) long cents,
            @ForAll @Size(min = 1, max = 12) List<@LongRange(min = 1, max = 1_000) Long> weights) {
        Money whole = Money.euroCents(cents);
        List<Money> shares = whole.split(weights);
        long total = weights.stream().mapToLong(Long::longValue).sum();

        assertThat(shares.stream().reduce(Money.zero(Currency.EUR), Money::plus))
                .isEqualTo(whole);
        for (int i = 0; i < shares.size(); i++) {
            double due = (double) cents * weights.get(i) / total;
            assertThat(Math.abs(shares.get(i).minorUnits() - due)).isLessThan(1.001);
        }
    }

    @Property
    void addingAndTakingAwayEndsWhereItBegan(
            @ForAll @LongRange(min = Long.MIN_VALUE / 2, max = Long.MAX_VALUE / 2) long first,
            @ForAll @LongRange(min = Long.MIN_VALUE / 2, max = Long.MAX_VALUE / 2) long second) {
        Money one = Money.euroCents(first);
        Money other = Money.euroCents(second);

        assertThat(one.plus(other).minus(other)).isEqualTo(one);
        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(one.minus(other)).isEqualTo(other.minus(one).negate());
    }
}
