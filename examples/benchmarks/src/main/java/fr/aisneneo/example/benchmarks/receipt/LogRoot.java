package fr.aisneneo.example.benchmarks.receipt;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.RecursiveTask;

/**
 * The root over leaves as an auditor computes it who has them all: RFC 9162, 2.1.1, with the JDK alone, on all cores.
 */
final class LogRoot extends RecursiveTask<byte[]> {
    private static final long serialVersionUID = 1L;
    /** Below so many leaves one core is quicker. */
    private static final long ALONE = 4_096;

    /** Where the leaves come from; called by many threads. */
    interface Leaves {
        /** What the leaf says; not kept, and not the same array for two threads. */
        byte[] leaf(long index);
    }

    private final transient Leaves leaves;
    private final long from;
    private final long to;

    LogRoot(Leaves leaves, long from, long to) {
        this.leaves = leaves;
        this.from = from;
        this.to = to;
    }

    @Override
    protected byte[] compute() {
        long count = to - from;
        if (count <= ALONE) {
            return new Hashing(leaves).over(from, to);
        }
        long middle = from + Long.highestOneBit(count - 1);
        LogRoot left = new LogRoot(leaves, from, middle);
        LogRoot right = new LogRoot(leaves, middle, to);
        left.fork();
        byte[] rightHash = right.compute();
        return new Hashing(leaves).node(left.join(), rightHash);
    }

    /** With one digest for all hashes of a thread. */
    private record Hashing(Leaves leaves, MessageDigest digest) {
        Hashing(Leaves leaves) {
            this(leaves, sha256());
        }

        byte[] over(long from, long to) {
            if (to - from == 1) {
                digest.update((byte) 0);
                return digest.digest(leaves.leaf(from));
            }
            long middle = from + Long.highestOneBit(to - from - 1);
            return node(over(from, middle), over(middle, to));
        }

        byte[] node(byte[] left, byte[] right) {
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }
}
