package fr.aisneneo.core.money;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sharing out by the largest remainder method (Hamilton's, 1792). */
final class Shares {
    private static final int MOST = 10_000;

    private Shares() {}

    static List<BigInteger> of(BigInteger whole, List<Long> weights) {
        boolean refused = weights.isEmpty()
                || weights.size() > MOST
                || weights.stream().anyMatch(weight -> weight < 0)
                || weights.stream().allMatch(weight -> weight == 0);
        if (refused) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "weights", Map.of("min", 0, "max", MOST));
        }
        BigInteger total = weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        List<BigInteger> shares = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        for (Long weight : weights) {
            BigInteger[] parts = whole.multiply(BigInteger.valueOf(weight)).divideAndRemainder(total);
            shares.add(parts[0]);
            remainders.add(parts[1].abs());
        }
        BigInteger left = whole.subtract(shares.stream().reduce(BigInteger.ZERO, BigInteger::add));
        BigInteger one = BigInteger.valueOf(left.signum());
        IntStream.range(0, shares.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.abs().intValueExact())
                .forEach(index -> shares.set(index, shares.get(index).add(one)));
        return shares;
    }
}
