package fr.aisneneo.core;

import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.command.Commands;
import fr.aisneneo.core.event.Journal;
import fr.aisneneo.core.id.IdGenerator;
import fr.aisneneo.core.internal.command.StoredCommands;
import fr.aisneneo.core.internal.event.StoredJournal;
import fr.aisneneo.core.internal.store.DocumentStore;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.plugin.PluginRegistry;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Store;
import fr.aisneneo.core.storage.spi.Storage;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The open SDK: one store, one journal, one clock, and the plugins that were found. Domains stand on it:
 * {@code Booking.of(neo)}.
 *
 * <p>Any number may be open in one JVM, each on its own store; nothing is static. Thread-safe. {@link #close()} ends
 * the subscribers, waits a bounded time for running transactions and releases the store; later calls throw
 * {@code storage.closed}.
 */
public final class Neo implements AutoCloseable {
    private final InstantSource clock;
    private final IdGenerator ids;
    private final Policy policy;
    private final Codec codec;
    private final PluginRegistry plugins;
    private final DocumentStore store;
    private final StoredJournal journal;
    private final StoredCommands commands;
    private final Map<Class<?>, Object> parts = new HashMap<>();

    Neo(NeoBuilder builder, PluginRegistry plugins, Storage storage) {
        this.clock = builder.clock;
        this.ids = builder.idGenerator();
        this.policy = builder.policy;
        this.codec = builder.codec;
        this.plugins = plugins;
        this.store = new DocumentStore(storage, codec);
        this.journal = new StoredJournal(store, codec, policy, clock, ids);
        this.commands = new StoredCommands(store, codec, clock);
    }

    /**
     * Opens the SDK with everything else as it comes: plugins of the class path or module path, the system's clock, the
     * {@linkplain Policy#standard() standard} policy.
     *
     * @param storage the engine and where, such as {@code memory:} or {@code rocksdb:data/neo}
     * @return the SDK, to be closed
     * @throws fr.aisneneo.core.error.PluginException {@code plugin.unknown} naming the dependency to add if no engine
     *     has that name
     * @throws fr.aisneneo.core.error.StorageException if the store cannot be opened
     */
    public static Neo open(String storage) {
        return builder().storage(storage).open();
    }

    /**
     * Starts a builder.
     *
     * @return a builder for {@code memory:}
     */
    public static NeoBuilder builder() {
        return new NeoBuilder();
    }

    /**
     * Does several commands of any domains in one transaction: all or nothing, durable when this returns. Joins one
     * that is open on the thread. The work may run more than once and so has no side effects; it throws to take
     * everything back.
     *
     * @param work the commands
     * @param <R> its result
     * @return its result
     */
    public <R extends @Nullable Object> R atomically(Supplier<R> work) {
        return store.write(Contention.none(), tx -> work.get());
    }

    /**
     * Does several commands without a result in one transaction; see {@link #atomically(Supplier)}.
     *
     * @param work the commands
     */
    public void atomically(Runnable work) {
        store.write(Contention.none(), tx -> {
            work.run();
            return true;
        });
    }

    /**
     * The one instance of a type that this open SDK has: for domains whose façade is the same for all who ask.
     *
     * @param type its type
     * @param first makes it, the first time; asks for no other part
     * @param <T> its type
     * @return always the same
     */
    public <T> T part(Class<T> type, Supplier<T> first) {
        synchronized (parts) {
            return type.cast(Objects.requireNonNull(parts.computeIfAbsent(type, missing -> first.get())));
        }
    }

    /**
     * The store that all domains share.
     *
     * @return the store
     */
    public Store store() {
        return store;
    }

    /**
     * The event journal.
     *
     * @return the journal
     */
    public Journal journal() {
        return journal;
    }

    /**
     * What makes commands safe to repeat.
     *
     * @return the memory of commands
     */
    public Commands commands() {
        return commands;
    }

    /**
     * The plugins: found, chosen, refused, and why.
     *
     * @return the registry
     */
    public PluginRegistry plugins() {
        return plugins;
    }

    /**
     * The clock; the SDK knows no other time.
     *
     * @return the clock
     */
    public InstantSource clock() {
        return clock;
    }

    /**
     * Where identifiers come from.
     *
     * @return the generator
     */
    public IdGenerator ids() {
        return ids;
    }

    /**
     * Who may do what.
     *
     * @return the policy
     */
    public Policy policy() {
        return policy;
    }

    /**
     * How JSON is written and read.
     *
     * @return the codec
     */
    public Codec codec() {
        return codec;
    }

    /**
     * Ends the subscribers, then the store, then the plugins. Each is closed even if one before it fails; closing again
     * tries again what failed, and does nothing once all is closed.
     *
     * @throws fr.aisneneo.core.error.StorageException {@code storage.busy} if transactions still ran after the wait, or
     *     what else the first part that failed threw; the failures of the others are suppressed in it
     */
    @Override
    public void close() {
        @Nullable RuntimeException first = null;
        for (Runnable part : List.<Runnable>of(journal::close, store::close, plugins::close)) {
            try {
                part.run();
            } catch (RuntimeException e) {
                if (first == null) {
                    first = e;
                } else if (first != e) {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
