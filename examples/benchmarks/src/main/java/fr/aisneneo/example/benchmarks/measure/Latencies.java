package fr.aisneneo.example.benchmarks.measure;

/**
 * How long calls took, in buckets that are no wider than a sixteenth of what they hold. Not thread-safe: one a thread,
 * added up at the end.
 */
final class Latencies {
    private static final int PARTS_BITS = 4;
    private static final int PARTS = 1 << PARTS_BITS;

    private final long[] counts = new long[64 * PARTS];

    void add(long nanos) {
        counts[bucket(Math.max(1, nanos))]++;
    }

    void addAll(Latencies other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
    }

    private static int bucket(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        int part = power < PARTS_BITS ? 0 : (int) (nanos >>> (power - PARTS_BITS)) & (PARTS - 1);
        return power * PARTS + part;
    }

    private static double upperEdge(int bucket) {
        double low = Math.scalb(1.0, bucket / PARTS);
        return low + low * (bucket % PARTS + 1) / PARTS;
    }

    /** The upper edge, in nanoseconds, of the bucket that this share of all calls reaches into; 0 without any. */
    double quantile(double share) {
        long all = 0;
        for (long count : counts) {
            all += count;
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen >= wanted && seen > 0) {
                return upperEdge(i);
            }
        }
        return 0;
    }
}
