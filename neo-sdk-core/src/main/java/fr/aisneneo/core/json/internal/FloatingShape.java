package fr.aisneneo.core.json.internal;

/**
 * A finite binary floating-point number.
 *
 * @param max the greatest of its type
 */
record FloatingShape(double max) implements Shape {
    private static final int CERTAINLY_FINITE = 30;

    @Override
    public void check(JsonScanner in) {
        if (!in.isNumber()) {
            throw Misfit.expected(Words.NUMBER);
        }
        in.number();
        boolean negative = in.json[in.tokenStart] == '-';
        if (in.tokenInteger && !negative && in.tokenEnd - in.tokenStart <= CERTAINLY_FINITE) {
            return;
        }
        double value = Double.parseDouble(in.numberText());
        if (!(Math.abs(value) <= max)) {
            throw Misfit.outOfRange(-max, max);
        }
        if (negative && value == 0) { // providers disagree, and PostgreSQL forgets the sign
            in.negativeZero = true;
            in.canonical = false;
        }
    }
}
