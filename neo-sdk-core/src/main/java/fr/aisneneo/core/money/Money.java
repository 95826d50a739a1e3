package fr.aisneneo.core.money;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An amount in whole minor units of a currency: 1050 of {@code EUR} are 10.50 €. No arithmetic here rounds unless it is
 * told how, and none overflows unseen.
 *
 * <p>It is kept as a decimal whose unscaled value is the minor units and whose scale is that of the currency, so that
 * every JSON-B provider writes it as <code>{"amount":"10.50","currency":"EUR"}</code> without help. Immutable and
 * thread-safe.
 *
 * @param amount the amount, with as many decimals as the currency has; for {@code EUR}, missing zeros are added
 * @param currency the {@linkplain Currency#code() code} of the currency
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

    /**
     * Checks the amount.
     *
     * @throws InvalidInputException {@code input.malformed} for another form of code or more decimals than the currency
     *     has, {@code input.out_of_range} if the minor units do not fit a {@code long} or the scale no {@link Currency}
     */
    public Money {
        Currency known = currency.equals(Currency.EUR.code()) ? Currency.EUR : new Currency(currency, amount.scale());
        amount = exactly(amount, known, RoundingMode.UNNECESSARY);
    }

    /**
     * An amount of minor units.
     *
     * @param minorUnits the amount in minor units, any {@code long}
     * @param currency the currency
     * @return the amount
     */
    public static Money ofMinorUnits(long minorUnits, Currency currency) {
        return new Money(BigDecimal.valueOf(minorUnits, currency.scale()), currency.code());
    }

    /**
     * Nothing of a currency.
     *
     * @param currency the currency
     * @return 0
     */
    public static Money zero(Currency currency) {
        return ofMinorUnits(0, currency);
    }

    /**
     * An amount of euros.
     *
     * @param cents the amount in cents
     * @return the amount
     */
    public static Money euroCents(long cents) {
        return ofMinorUnits(cents, Currency.EUR);
    }

    /**
     * An exact decimal amount.
     *
     * @param amount the amount, with at most as many decimals as the currency has (zeros after them do not count)
     * @param currency the currency
     * @return the amount
     * @throws InvalidInputException {@code input.malformed} if it has more decimals, {@code input.out_of_range} if its
     *     minor units do not fit a {@code long}
     */
    public static Money of(BigDecimal amount, Currency currency) {
        return of(amount, currency, RoundingMode.UNNECESSARY);
    }

    private static Money of(BigDecimal amount, Currency currency, RoundingMode rounding) {
        return new Money(exactly(amount, currency, rounding), currency.code());
    }

    /**
     * Reads what a person typed, such as {@code 1 234,50 €} or {@code €1,234.50}.
     *
     * @param text digits with the decimal and grouping signs of the language, with or without the currency
     * @param currency the currency it is in
     * @param locale French for {@code fr}, English otherwise; in French a decimal point is read too
     * @return the amount
     * @throws InvalidInputException {@code input.malformed}, {@code input.too_large} (over 60 characters) or
     *     {@code input.out_of_range}
     */
    public static Money parse(String text, Currency currency, Locale locale) {
        return of(MoneyFormat.of(locale).parse(text, currency), currency);
    }

    /**
     * The amount as a person reads it: {@code 1 234,50 €} with no-break spaces in French, {@code €1,234.50} in English.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return the text
     */
    public String format(Locale locale) {
        return MoneyFormat.of(locale).format(this);
    }

    /**
     * The amount in minor units.
     *
     * @return any {@code long}
     */
    public long minorUnits() {
        return amount.unscaledValue().longValueExact();
    }

    private Currency unit() {
        return new Currency(currency, amount.scale());
    }

    private Money of(long minorUnits) {
        return new Money(BigDecimal.valueOf(minorUnits, amount.scale()), currency);
    }

    /**
     * Whether it is below zero.
     *
     * @return true if so
     */
    public boolean isNegative() {
        return amount.signum() < 0;
    }

    /**
     * Whether it is nothing.
     *
     * @return true if so
     */
    public boolean isZero() {
        return amount.signum() == 0;
    }

    /**
     * Whether it is above zero.
     *
     * @return true if so
     */
    public boolean isPositive() {
        return amount.signum() > 0;
    }

    /**
     * The sum.
     *
     * @param other an amount of the same currency
     * @return this plus the other
     * @throws InvalidInputException {@code money.currency_mismatch} or {@code input.out_of_range}
     */
    public Money plus(Money other) {
        requireSame(other);
        try {
            return of(Math.addExact(minorUnits(), other.minorUnits()));
        } catch (ArithmeticException e) {
            throw outOfRange();
        }
    }

    /**
     * The difference.
     *
     * @param other an amount of the same currency
     * @return this minus the other
     * @throws InvalidInputException {@code money.currency_mismatch} or {@code input.out_of_range}
     */
    public Money minus(Money other) {
        requireSame(other);
        try {
            return of(Math.subtractExact(minorUnits(), other.minorUnits()));
        } catch (ArithmeticException e) {
            throw outOfRange();
        }
    }

    /**
     * The amount with the other sign.
     *
     * @return this, negated
     * @throws InvalidInputException {@code input.out_of_range} for the least {@code long}
     */
    public Money negate() {
        return times(-1);
    }

    /**
     * So many times the amount.
     *
     * @param factor how many times
     * @return the product
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public Money times(long factor) {
        try {
            return of(Math.multiplyExact(minorUnits(), factor));
        } catch (ArithmeticException e) {
            throw outOfRange();
        }
    }

    /**
     * A fraction or a multiple of the amount.
     *
     * @param factor such as 0.20 for a tax of 20 %
     * @param rounding how to round to whole minor units; {@link RoundingMode#HALF_UP} is usual for French taxes
     * @return the product
     * @throws InvalidInputException {@code input.malformed} if it would have to round and may not,
     *     {@code input.out_of_range}
     */
    public Money times(BigDecimal factor, RoundingMode rounding) {
        return of(amount.multiply(factor), unit(), rounding);
    }

    /**
     * Shares the amount out so that not one minor unit is lost: every share is rounded towards zero, and what is left
     * over goes, one minor unit each, to the shares that lost most, earlier ones first (largest remainder method).
     *
     * @param weights how much each share weighs, 1 to 10,000 of them, none negative, not all zero
     * @return the shares in the order of the weights; their sum is this amount
     * @throws InvalidInputException {@code input.out_of_range} for other weights
     */
    public List<Money> split(List<Long> weights) {
        return Shares.of(amount.unscaledValue(), weights).stream()
                .map(units -> of(units.longValueExact()))
                .toList();
    }

    /**
     * Compares amounts of one currency.
     *
     * @param other an amount of the same currency
     * @return negative, zero or positive
     * @throws InvalidInputException {@code money.currency_mismatch}
     */
    @Override
    public int compareTo(Money other) {
        requireSame(other);
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private void requireSame(Money other) {
        if (!currency.equals(other.currency) || amount.scale() != other.amount.scale()) {
            throw new InvalidInputException(
                    CoreError.MONEY_CURRENCY_MISMATCH,
                    "currency",
                    Map.of("expected", unit().toString(), "actual", other.unit().toString()));
        }
    }

    private static BigDecimal exactly(BigDecimal amount, Currency currency, RoundingMode rounding) {
        if (amount.precision() - (long) amount.scale() > 20) { // before a huge exponent is written out in digits
            throw outOfRange();
        }
        BigDecimal scaled;
        try {
            scaled = amount.setScale(currency.scale(), rounding);
        } catch (ArithmeticException e) {
            String form = BigDecimal.valueOf(0, currency.scale()).toPlainString();
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "amount", Map.of("expected", form));
        }
        if (scaled.unscaledValue().bitLength() >= Long.SIZE) {
            throw outOfRange();
        }
        return scaled;
    }

    private static InvalidInputException outOfRange() {
        return new InvalidInputException(
                CoreError.INPUT_OUT_OF_RANGE, "amount", Map.of("min", Long.MIN_VALUE, "max", Long.MAX_VALUE));
    }
}
