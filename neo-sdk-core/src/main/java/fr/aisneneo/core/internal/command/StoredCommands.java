package fr.aisneneo.core.internal.command;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.command.Commands;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.internal.store.DocumentStore;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.FieldDifferences;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Remembers commands as documents. */
public final class StoredCommands implements Commands {
    private static final Duration LEAST_MEMORY = Duration.ofDays(1);
    private static final int BATCH = 100;

    private final DocumentStore store;
    private final Codec codec;
    private final InstantSource clock;

    /**
     * A memory in a store.
     *
     * @param store the store
     * @param codec how bodies and results are written
     * @param clock where the time comes from
     */
    public StoredCommands(DocumentStore store, Codec codec, InstantSource clock) {
        this.store = store;
        this.codec = codec;
        this.clock = clock;
        store.declare(CommandRecord.COLLECTION);
    }

    @Override
    public <R> R once(Actor actor, String name, UUID id, Object body, Class<R> resultType, Supplier<R> work) {
        String key = name + "/" + id;
        byte[] json = codec.encode(body);
        return store.write(Contention.on(actor.tenant(), "command", key), tx -> {
            Documents<CommandRecord> records = tx.documents(CommandRecord.COLLECTION, actor.tenant());
            Optional<CommandRecord> first = records.get(key).map(Document::value);
            if (first.isPresent()) {
                checkSame(actor, id, json, first.get());
                return codec.decode(first.get().result().getBytes(StandardCharsets.UTF_8), resultType);
            }
            R result = work.get();
            records.insert(
                    new CommandRecord(key, actor.party(), clock.instant(), text(json), text(codec.encode(result))));
            return result;
        });
    }

    private void checkSame(Actor actor, UUID id, byte[] body, CommandRecord first) {
        Set<String> fields = first.actor().equals(actor.party())
                ? FieldDifferences.between(first.body().getBytes(StandardCharsets.UTF_8), body)
                : Set.of("actor");
        if (!fields.isEmpty()) {
            throw new ConflictException(
                    CoreError.COMMAND_REPEATED_DIFFERENTLY,
                    Map.of("id", id.toString(), "fields", String.join(", ", fields)));
        }
    }

    @Override
    public long purge(Instant before) {
        Instant latest = clock.instant().minus(LEAST_MEMORY);
        if (before.isBefore(Instant.EPOCH) || before.isAfter(latest)) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "before", Map.of("min", Instant.EPOCH, "max", latest));
        }
        if (store.current() != null) {
            throw new IllegalStateException("Purge outside of transactions: it makes many of its own");
        }
        long purged = 0;
        for (TenantId tenant : store.tenants(CommandRecord.COLLECTION)) {
            int batch;
            do {
                batch = store.write(
                        Contention.none(), tx -> purge(tx.documents(CommandRecord.COLLECTION, tenant), before));
                purged += batch;
            } while (batch == BATCH);
        }
        return purged;
    }

    private static int purge(Documents<CommandRecord> records, Instant before) {
        List<Document<CommandRecord>> old = records.scan(
                        Scan.by(CommandRecord.BY_TIME).before(before).limit(BATCH))
                .documents();
        old.forEach(done -> records.delete(done.value().key(), done.version()));
        return old.size();
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
