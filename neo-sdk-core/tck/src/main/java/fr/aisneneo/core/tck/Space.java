package fr.aisneneo.core.tck;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One tenant's part of a store, and whole transactions in it. */
record Space(Storage storage, TenantId tenant) {
    /** More than any fair engine needs; without a bound a broken one would run for ever. */
    private static final int ATTEMPTS = 10_000;

    Space as(TenantId other) {
        return new Space(storage, other);
    }

    TenantTransaction beginRead() {
        return new TenantTransaction(storage.beginRead(), tenant);
    }

    TenantTransaction beginWrite(String... contention) {
        return new TenantTransaction(storage.beginWrite(keys(contention)), tenant);
    }

    /** Runs a transaction and commits it, again if it lost against another one; what it throws rolls it back. */
    <R extends @Nullable Object> R write(SortedSet<ContentionKey> contention, Function<TenantTransaction, R> work) {
        for (int attempt = 1; ; attempt++) {
            try (TenantTransaction transaction = new TenantTransaction(storage.beginWrite(contention), tenant)) {
                R result = work.apply(transaction);
                transaction.commit();
                return result;
            } catch (StorageException e) {
                if (e.errorCode() != CoreError.STORAGE_CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    <R extends @Nullable Object> R write(Function<TenantTransaction, R> work) {
        return write(Collections.emptySortedSet(), work);
    }

    /** As {@link #write}, without a result. */
    void writing(Consumer<TenantTransaction> work) {
        write(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    /** Runs a read-only transaction to its regular end, again if what it saw was in no order of the writers. */
    <R extends @Nullable Object> R read(Function<TenantTransaction, R> work) {
        for (int attempt = 1; ; attempt++) {
            try (TenantTransaction transaction = beginRead()) {
                R result = work.apply(transaction);
                transaction.commit();
                return result;
            } catch (StorageException e) {
                if (e.errorCode() != CoreError.STORAGE_CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** As {@link #read}, without a result. */
    void reading(Consumer<TenantTransaction> work) {
        read(transaction -> {
            work.accept(transaction);
            return true;
        });
    }

    SortedSet<ContentionKey> keys(String... ids) {
        SortedSet<ContentionKey> keys = new TreeSet<>();
        for (String id : ids) {
            keys.add(new ContentionKey(tenant, "room", id));
        }
        return keys;
    }
}
