package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.Leg;
import fr.aisneneo.core.ledger.book.MultiLegTransfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.DerivedIds;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs the legs of a transfer between several. Thread-safe. */
final class LegPairs {
    private LegPairs() {}

    static List<TransferRequest> of(MultiLegTransfer transfer) {
        check("debits", transfer.debits());
        check("credits", transfer.credits());
        BigInteger debits = sum(transfer.debits());
        BigInteger credits = sum(transfer.credits());
        if (!debits.equals(credits)) {
            throw new InvalidInputException(
                    LedgerError.LEGS_UNBALANCED, "credits", Map.of("debits", debits, "credits", credits));
        }
        long digest = digest(transfer);
        List<TransferRequest> pairs = new ArrayList<>();
        int to = 0;
        long wanted = transfer.credits().get(0).amount();
        for (Leg debit : transfer.debits()) {
            for (long left = debit.amount(); left > 0; ) {
                long amount = Math.min(left, wanted);
                pairs.add(pair(transfer, debit, transfer.credits().get(to), amount, pairs.size(), digest));
                left -= amount;
                wanted -= amount;
                if (wanted == 0 && ++to < transfer.credits().size()) {
                    wanted = transfer.credits().get(to).amount();
                }
            }
        }
        pairs.subList(0, pairs.size() - 1).replaceAll(TransferRequest::linked);
        return pairs;
    }

    private static TransferRequest pair(
            MultiLegTransfer transfer, Leg debit, Leg credit, long amount, int number, long digest) {
        TransferId id = new TransferId(DerivedIds.of(transfer.id().value(), "leg", number));
        return new TransferRequest(
                id,
                TransferKind.SINGLE,
                debit.account(),
                credit.account(),
                amount,
                null,
                transfer.code(),
                null,
                0,
                Set.of(),
                transfer.id().value(),
                digest);
    }

    /**
     * Of the whole, so that each pair belongs to this transfer only: another one under the same id may begin with the
     * same pairs.
     */
    private static long digest(MultiLegTransfer transfer) {
        int legs = transfer.debits().size() + transfer.credits().size();
        ByteBuffer bytes = ByteBuffer.allocate(3 * Integer.BYTES + legs * 3 * Long.BYTES);
        bytes.putInt(transfer.code());
        for (List<Leg> side : List.of(transfer.debits(), transfer.credits())) {
            bytes.putInt(side.size());
            for (Leg leg : side) {
                bytes.putLong(leg.account().value().getMostSignificantBits());
                bytes.putLong(leg.account().value().getLeastSignificantBits());
                bytes.putLong(leg.amount());
            }
        }
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes.array()))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void check(String field, List<Leg> legs) {
        if (legs.isEmpty() || legs.size() > MultiLegTransfer.MAX_LEGS) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", 1, "max", MultiLegTransfer.MAX_LEGS));
        }
        if (legs.stream().anyMatch(leg -> leg.amount() <= 0)) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, field + ".amount", Map.of("min", 1, "max", Long.MAX_VALUE));
        }
    }

    private static BigInteger sum(List<Leg> legs) {
        return legs.stream().map(leg -> BigInteger.valueOf(leg.amount())).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
