package fr.aisneneo.example.benchmarks.report;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as they stand in the report. */
final class Numbers {
    private static final MathContext DIGITS = new MathContext(3);

    private Numbers() {}

    /** Three digits that count, more of a larger number; no exponent. */
    static String text(double value) {
        if (Math.abs(value) >= 100) {
            return Long.toString(Math.round(value));
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return (rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros()).toPlainString();
    }
}
