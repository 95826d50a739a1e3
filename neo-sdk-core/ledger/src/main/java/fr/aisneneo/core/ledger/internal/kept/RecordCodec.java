package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Failure;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.storage.DocumentCodec;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Packs what is kept under the id of a request. Form 1, a transfer: the form, what is there (bits), kind and flags, id,
 * debit, credit, amount, code, when, then of what is there: released, timeout, related, chain, reference, number, the
 * counters left behind, the event. Form 2, a failure: the form, id, when, status.
 */
@SuppressWarnings("EnumOrdinal") // the places are part of the stored form; a test pins them
public final class RecordCodec implements DocumentCodec<LedgerRecord> {
    private static final int ENTRY = 1;
    private static final int FAILURE = 2;

    private static final int RELATED = 1;
    private static final int CHAIN = 2;
    private static final int REFERENCE = 4;
    private static final int NUMBER = 8;
    private static final int DEBIT_AFTER = 16;
    private static final int CREDIT_AFTER = 32;
    private static final int ALL = 64;
    private static final int EVENT = 128;

    private static final TransferKind[] KINDS = TransferKind.values();
    private static final EnumBits<TransferFlag> FLAGS = new EnumBits<>(TransferFlag.class);
    private static final Map<String, TransferStatus> STATUSES = Arrays.stream(TransferStatus.values())
            .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    /** Without state. */
    public RecordCodec() {}

    @Override
    public byte[] encode(LedgerRecord value) {
        if (value instanceof Failure failure) {
            return new Packer()
                    .put(FAILURE)
                    .uuid(failure.id())
                    .fixed(failure.at())
                    .text(failure.status().name())
                    .bytes();
        }
        Entry entry = (Entry) value;
        Packer out = new Packer().put(ENTRY).put(present(entry));
        out.put(entry.kind().ordinal()).put(FLAGS.bits(entry.flags()));
        out.uuid(entry.id()).uuid(entry.debit()).uuid(entry.credit());
        out.number(entry.amount()).number(entry.code()).fixed(entry.at());
        if (entry.kind() == TransferKind.POST) {
            out.number(entry.released());
        }
        if (entry.kind() == TransferKind.PENDING) {
            out.number(entry.timeoutSeconds());
        }
        optional(out, entry.related());
        optional(out, entry.chain());
        optional(out, entry.reference());
        if (entry.number() != 0) {
            out.signed(entry.number());
        }
        after(out, entry.debitAfter());
        after(out, entry.creditAfter());
        optional(out, entry.event());
        return out.bytes();
    }

    private static int present(Entry entry) {
        int present = entry.all() ? ALL : 0;
        present |= entry.related() == null ? 0 : RELATED;
        present |= entry.chain() == null ? 0 : CHAIN;
        present |= entry.reference() == null ? 0 : REFERENCE;
        present |= entry.number() == 0 ? 0 : NUMBER;
        present |= entry.debitAfter() == null ? 0 : DEBIT_AFTER;
        present |= entry.creditAfter() == null ? 0 : CREDIT_AFTER;
        return present | (entry.event() == null ? 0 : EVENT);
    }

    private static void optional(Packer out, @Nullable UUID id) {
        if (id != null) {
            out.uuid(id);
        }
    }

    private static void after(Packer out, @Nullable Counters counters) {
        if (counters != null) {
            AccountCodec.counters(out, counters);
        }
    }

    @Override
    public LedgerRecord decode(byte[] body) {
        Unpacker in = new Unpacker(body);
        int form = in.get();
        if (form == FAILURE) {
            UUID id = in.uuid();
            long at = in.fixed();
            return in.end(new Failure(id, status(in.text()), at));
        }
        if (form != ENTRY) {
            throw new IllegalArgumentException("Not a transfer");
        }
        return in.end(entry(in));
    }

    private static TransferStatus status(String name) {
        TransferStatus status = STATUSES.get(name);
        if (status == null) {
            throw new IllegalArgumentException("Not a status: " + name);
        }
        return status;
    }

    private static Entry entry(Unpacker in) {
        int present = in.get();
        TransferKind kind = KINDS[in.get()];
        int flags = in.get();
        UUID id = in.uuid();
        UUID debit = in.uuid();
        UUID credit = in.uuid();
        long amount = in.number();
        int code = Math.toIntExact(in.number());
        long at = in.fixed();
        long released = switch (kind) {
            case POST -> in.number();
            case VOID, EXPIRY -> amount;
            default -> 0;
        };
        long timeout = kind == TransferKind.PENDING ? in.number() : 0;
        return new Entry(
                id,
                kind,
                debit,
                credit,
                amount,
                released,
                (present & ALL) != 0,
                code,
                (present & RELATED) == 0 ? null : in.uuid(),
                (present & CHAIN) == 0 ? null : in.uuid(),
                timeout,
                FLAGS.set(flags),
                (present & REFERENCE) == 0 ? null : in.uuid(),
                (present & NUMBER) == 0 ? 0 : in.signed(),
                at,
                (present & DEBIT_AFTER) == 0 ? null : AccountCodec.counters(in),
                (present & CREDIT_AFTER) == 0 ? null : AccountCodec.counters(in),
                (present & EVENT) == 0 ? null : in.uuid());
    }
}
