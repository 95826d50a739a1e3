package fr.aisneneo.example.portal.sdk;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the store takes writes: it is given one. An engine that met a full or broken disk may go on to answer
 * questions while it refuses every change until it is opened anew, and only a write tells. Thread-safe.
 */
public final class StoreProbe {
    /** How long an answer holds: health is asked often, and by anybody. */
    static final Duration FRESH = Duration.ofSeconds(10);

    /** How long a write may take; after that the disk counts as broken. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The one document that is written over and over.
     *
     * @param id its name
     * @param writtenAt when it was written
     */
    public record Mark(String id, Instant writtenAt) {}

    private static final DocumentCollection<Mark> MARKS =
            DocumentCollection.json("portal_health", Mark.class, Mark::id).build();
    private static final String ONLY = "health";
    private static final Logger LOG = LoggerFactory.getLogger(StoreProbe.class);

    private final Neo neo;
    private final TenantId tenant;
    private final InstantSource clock;
    private final AtomicReference<Answer> last;

    private record Answer(Instant asked, boolean running, boolean works) {}

    /**
     * A probe that has written nothing yet.
     *
     * @param neo the SDK on its store
     * @param tenant whose document it writes
     */
    public StoreProbe(Neo neo, TenantId tenant) {
        this.neo = neo;
        this.tenant = tenant;
        this.clock = neo.clock();
        this.last = new AtomicReference<>(new Answer(clock.instant().minus(FRESH), false, false));
        neo.store().declare(MARKS);
        works();
    }

    /** Whether the store took a write a moment ago; false as well while one takes too long. */
    public boolean works() {
        Instant now = clock.instant();
        Answer known = Objects.requireNonNull(last.get());
        Duration age = Duration.between(known.asked(), now).abs();
        if (known.running()) {
            return known.works() && age.compareTo(PATIENCE) < 0;
        }
        if (age.compareTo(FRESH) < 0 || !last.compareAndSet(known, new Answer(now, true, known.works()))) {
            return known.works();
        }
        boolean works = false;
        try {
            works = write(now);
        } finally {
            last.set(new Answer(now, false, works));
        }
        return works;
    }

    private boolean write(Instant now) {
        try {
            neo.store().write(Contention.on(tenant, "portal_health", ONLY), tx -> {
                Documents<Mark> marks = tx.documents(MARKS, tenant);
                Mark mark = new Mark(ONLY, now);
                return marks.get(ONLY)
                        .map(found -> marks.update(mark, found.version()))
                        .orElseGet(() -> marks.insert(mark));
            });
            return true;
        } catch (NeoException e) {
            LOG.error("The store takes no writes", e);
            return false;
        }
    }
}
