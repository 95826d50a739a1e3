package fr.aisneneo.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    private static final Currency NEO = new Currency("NEO", 0);

    private static void refused(CoreError code, String field, ThrowingCallable attempt) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(code);
                    assertThat(refusal.field()).isEqualTo(field);
                });
    }

    @Test
    void eurosAreCountedInCents() {
        assertThat(Money.euroCents(1050).amount()).isEqualTo(new BigDecimal("10.50"));
        assertThat(Money.of(new BigDecimal("10.5"), Currency.EUR).minorUnits()).isEqualTo(1050);
        assertThat(Money.of(new BigDecimal("10.5000"), Currency.EUR)).isEqualTo(Money.euroCents(1050));
        assertThat(new Money(new BigDecimal("10.5"), "EUR")).isEqualTo(Money.euroCents(1050));
        assertThat(Money.euroCents(-5)).hasToString("-0.05 EUR");
    }

    @Test
    void aPartOfACentIsRefusedUnlessItIsSaidHowToRound() {
        refused(CoreError.INPUT_MALFORMED, "amount", () -> Money.of(new BigDecimal("10.501"), Currency.EUR));
        refused(CoreError.INPUT_MALFORMED, "amount", () -> new Money(new BigDecimal("10.501"), "EUR"));
        refused(
                CoreError.INPUT_MALFORMED,
                "amount",
                () -> Money.euroCents(1).times(new BigDecimal("0.5"), RoundingMode.UNNECESSARY));
        assertThat(Money.euroCents(1055).times(new BigDecimal("0.20"), RoundingMode.HALF_UP))
                .isEqualTo(Money.euroCents(211));
        assertThat(Money.euroCents(-5).times(new BigDecimal("0.5"), RoundingMode.HALF_UP))
                .isEqualTo(Money.euroCents(-3));
    }

    @Test
    void whatDoesNotFitIsRefusedInsteadOfWrappingAround() {
        Money most = Money.euroCents(Long.MAX_VALUE);
        Money least = Money.euroCents(Long.MIN_VALUE);

        refused(CoreError.INPUT_OUT_OF_RANGE, "amount", () -> most.plus(Money.euroCents(1)));
        refused(CoreError.INPUT_OUT_OF_RANGE, "amount", () -> least.minus(Money.euroCents(1)));
        refused(CoreError.INPUT_OUT_OF_RANGE, "amount", least::negate);
        refused(CoreError.INPUT_OUT_OF_RANGE, "amount", () -> most.times(2));
        refused(CoreError.INPUT_OUT_OF_RANGE, "amount", () -> most.times(BigDecimal.TEN, RoundingMode.DOWN));
        refused(
                CoreError.INPUT_OUT_OF_RANGE,
                "amount",
                () -> Money.of(new BigDecimal("92233720368547758.08"), Currency.EUR));
        assertThat(Money.of(new BigDecimal("92233720368547758.07"), Currency.EUR))
                .isEqualTo(most);
    }

    @Test
    void aHugeExponentIsRefusedAtOnce() {
        for (String huge : List.of("1E+1000000000", "1E+50")) {
            refused(CoreError.INPUT_OUT_OF_RANGE, "amount", () -> Money.of(new BigDecimal(huge), Currency.EUR));
        }
        refused(CoreError.INPUT_MALFORMED, "amount", () -> Money.of(new BigDecimal("1E-1000000000"), Currency.EUR));
    }

    @Test
    void twoCurrenciesDoNotGoTogether() {
        Money euros = Money.euroCents(1);
        Money local = Money.ofMinorUnits(1, NEO);
        Money sameCodeOtherScale = Money.ofMinorUnits(1, new Currency("NEO", 2));

        for (Money other : List.of(local, sameCodeOtherScale)) {
            Money one = other.equals(local) ? euros : local;
            for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                    () -> one.plus(other), () -> one.minus(other), () -> one.compareTo(other))) {
                refused(CoreError.MONEY_CURRENCY_MISMATCH, "currency", attempt);
            }
        }
        assertThat(local).isNotEqualTo(sameCodeOtherScale);
    }

    @Test
    void amountsAreComparedAndTellTheirSign() {
        assertThat(Money.euroCents(2)).isGreaterThan(Money.euroCents(1)).isEqualByComparingTo(Money.euroCents(2));
        assertThat(Money.zero(NEO).isZero()).isTrue();
        assertThat(Money.euroCents(-1).isNegative()).isTrue();
        assertThat(Money.euroCents(-1).isPositive()).isFalse();
        assertThat(Money.euroCents(1).isPositive()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100,1|1|1,34|33|33", "-100,1|1|1,-34|-33|-33", "5,3|7,2|3", "1,0|5|5,0|1|0", "0,1|2,0|0", "10,1,10"})
    void aSplitLosesNothing(long cents, String weights, String expected) {
        List<Money> shares = Money.euroCents(cents)
                .split(Stream.of(weights.split("\\|")).map(Long::valueOf).toList());

        assertThat(shares)
                .containsExactlyElementsOf(Stream.of(expected.split("\\|"))
                        .map(share -> Money.euroCents(Long.parseLong(share)))
                        .toList());
    }

    @Test
    void aSplitNeedsWeights() {
        for (List<Long> weights : List.of(List.<Long>of(), List.of(0L, 0L), List.of(1L, -1L))) {
            refused(
                    CoreError.INPUT_OUT_OF_RANGE,
                    "weights",
                    () -> Money.euroCents(1).split(weights));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1050; 10,50 €; €10.50",
                "-5; -0,05 €; -€0.05",
                "0; 0,00 €; €0.00",
                "123456789; 1 234 567,89 €; €1,234,567.89",
                "100000; 1 000,00 €; €1,000.00",
                "99999; 999,99 €; €999.99"
            })
    void anAmountIsWrittenAsTheLanguageHasIt(long cents, String french, String english) {
        String narrow = french.replaceAll("(?<=[0-9]) (?=[0-9])", "\u202f").replace(" €", "\u00a0€");

        assertThat(Money.euroCents(cents).format(Locale.FRANCE)).isEqualTo(narrow);
        assertThat(Money.euroCents(cents).format(Locale.UK)).isEqualTo(english);
        assertThat(Money.parse(french, Currency.EUR, Locale.FRENCH)).isEqualTo(Money.euroCents(cents));
        assertThat(Money.parse(english, Currency.EUR, Locale.ENGLISH)).isEqualTo(Money.euroCents(cents));
    }

    @Test
    void aLocalCurrencyIsWrittenByItsCode() {
        assertThat(Money.ofMinorUnits(-1234, NEO).format(Locale.FRENCH)).isEqualTo("-1\u202f234\u00a0NEO");
        assertThat(Money.ofMinorUnits(-1234, NEO).format(Locale.ENGLISH)).isEqualTo("-NEO\u00a01,234");
        assertThat(Money.parse("1234 NEO", NEO, Locale.FRENCH)).isEqualTo(Money.ofMinorUnits(1234, NEO));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10,5", "10.50", " 10,50€ ", "€ 10,50", "10,50 EUR", "0010,50", "10,500"})
    void whatPeopleTypeInFrenchIsRead(String text) {
        assertThat(Money.parse(text, Currency.EUR, Locale.FRENCH)).isEqualTo(Money.euroCents(1050));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "€",
                "-",
                "abc",
                "10,505",
                "1,2,3",
                "10..5",
                "1 23",
                "12 3456",
                "10,50 $",
                "1e3",
                "١٠",
                "0x1F",
                "10,50 € €",
                "--1",
                "10 50",
                "NaN",
                ",5",
                "5,"
            })
    void whatIsNoAmountInFrenchIsRefused(String text) {
        refused(CoreError.INPUT_MALFORMED, "amount", () -> Money.parse(text, Currency.EUR, Locale.FRENCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10,50", "1,23.4", "1 234.50", "1,2345"})
    void aFrenchAmountIsNoEnglishOne(String text) {
        refused(CoreError.INPUT_MALFORMED, "amount", () -> Money.parse(text, Currency.EUR, Locale.ENGLISH));
    }

    @Test
    void aLongTextIsRefused() {
        refused(
                CoreError.INPUT_TOO_LARGE,
                "amount",
                () -> Money.parse("1".repeat(10_000), Currency.EUR, Locale.FRENCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eur", "EU", "", "EUR ", "ÉUR", "ABCDEFGHI", "İSK"})
    void aCurrencyHasACode(String code) {
        refused(CoreError.INPUT_MALFORMED, "currency", () -> new Currency(code, 2));
    }

    @Test
    void aCurrencyHasAScale() {
        refused(CoreError.INPUT_OUT_OF_RANGE, "scale", () -> new Currency("NEO", -1));
        refused(CoreError.INPUT_OUT_OF_RANGE, "scale", () -> new Currency("NEO", 7));
        refused(CoreError.INPUT_OUT_OF_RANGE, "scale", () -> new Currency("EUR", 3));
        refused(CoreError.INPUT_OUT_OF_RANGE, "scale", () -> new Money(new BigDecimal("1E+3"), "NEO"));
    }
}
