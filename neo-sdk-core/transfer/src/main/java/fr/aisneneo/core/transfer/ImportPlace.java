package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.transfer.internal.ImportMark;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far the import of a store has come, as the store has it. Used by one thread. */
final class ImportPlace {
    private static final Contention TURN = Contention.on(TenantId.SHARED, "transfer", ImportMark.ID);

    private final Neo neo;
    private @Nullable ImportMark mark;

    private ImportPlace(Neo neo, @Nullable ImportMark mark) {
        this.neo = neo;
        this.mark = mark;
    }

    /** Reads it; declares its collection, which a store has from then on. */
    static ImportPlace of(Neo neo) {
        neo.store().declare(ImportMark.COLLECTION);
        return new ImportPlace(
                neo, neo.store().read(tx -> find(tx).map(Document::value).orElse(null)));
    }

    private static Documents<ImportMark> marks(Transaction tx) {
        return tx.documents(ImportMark.COLLECTION, TenantId.SHARED);
    }

    private static Optional<Document<ImportMark>> find(Transaction tx) {
        return marks(tx).get(ImportMark.ID);
    }

    /** Whether an import was begun and is not complete. */
    boolean unfinished() {
        return mark != null && !mark.complete();
    }

    /** Whether the last import is complete. */
    boolean complete() {
        return mark != null && mark.complete();
    }

    /** The last chunk that is in; 0 if none is. */
    long chunk() {
        return mark == null ? 0 : mark.chunk();
    }

    /** The digest that the file has to have there. */
    String sha256() {
        return mark == null ? "" : mark.sha256();
    }

    void requireFinished() {
        ImportMark now = mark;
        if (now != null && !now.complete()) {
            throw unfinished(now);
        }
    }

    private static RefusedException unfinished(ImportMark now) {
        return new RefusedException(
                TransferError.UNFINISHED, Map.of("documents", now.documents(), "chunk", now.chunk()));
    }

    /** Forgets a complete import, whose store was emptied since. */
    void begin() {
        if (mark == null) {
            return;
        }
        neo.store().write(TURN, tx -> {
            find(tx).ifPresent(old -> marks(tx).delete(ImportMark.ID, old.version()));
            return true;
        });
        mark = null;
    }

    /** Writes something, and moves on in the same transaction. */
    void moveTo(boolean complete, Tally tally, String sha256, Runnable writing) {
        Instant now = neo.clock().instant();
        ImportMark before = mark;
        ImportMark next = new ImportMark(
                ImportMark.ID,
                complete,
                tally.chunk(),
                tally.documents(),
                sha256,
                before == null ? now : before.begun(),
                now);
        neo.store().write(TURN, tx -> {
            Optional<Document<ImportMark>> old = find(tx);
            if (!old.map(Document::value).equals(Optional.ofNullable(before))) {
                // Another import runs here.
                throw unfinished(old.map(Document::value).orElse(next));
            }
            writing.run();
            return old.isPresent()
                    ? marks(tx).update(next, old.get().version())
                    : marks(tx).insert(next);
        });
        mark = next;
    }
}
