package fr.aisneneo.core.json.internal;

/**
 * A whole number without point or exponent.
 *
 * @param min the least
 * @param max the greatest
 */
record IntegerShape(long min, long max) implements Shape {
    private static final int CERTAINLY_SHORT = 18;

    @Override
    public void check(JsonScanner in) {
        if (!in.isNumber()) {
            throw Misfit.expected(Words.INTEGER);
        }
        in.number();
        if (!in.tokenInteger) {
            throw Misfit.expected(Words.INTEGER);
        }
        long value;
        if (in.tokenEnd - in.tokenStart <= CERTAINLY_SHORT) {
            value = small(in);
        } else {
            try {
                value = Long.parseLong(in.numberText());
            } catch (NumberFormatException e) {
                throw Misfit.outOfRange(min, max);
            }
        }
        if (value < min || value > max) {
            throw Misfit.outOfRange(min, max);
        }
    }

    private static long small(JsonScanner in) {
        boolean negative = in.json[in.tokenStart] == '-';
        long value = 0;
        for (int i = negative ? in.tokenStart + 1 : in.tokenStart; i < in.tokenEnd; i++) {
            value = value * 10 + (in.json[i] - '0');
        }
        return negative ? -value : value;
    }
}
