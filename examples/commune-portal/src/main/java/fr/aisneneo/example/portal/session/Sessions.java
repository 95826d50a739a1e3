package fr.aisneneo.example.portal.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.aisneneo.example.portal.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The browsers that are signed in. In memory, bounded in number and in time; after a restart people sign in again.
 * Thread-safe.
 */
public final class Sessions {
    private static final int MOST = 10_000;
    private static final Duration IDLE = Duration.ofMinutes(45);
    private static final Duration LIFE = Duration.ofHours(10);

    private final InstantSource clock;
    private final RandomTokens tokens = new RandomTokens();
    private final Cache<String, Session> open;

    /** Sessions that age by a clock. */
    public Sessions(InstantSource clock) {
        this.clock = clock;
        this.open = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterAccess(IDLE)
                .ticker(() -> nanos(clock.instant()))
                .build();
    }

    private static long nanos(Instant instant) {
        return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
    }

    /** Starts a session under a new id, whatever id the browser had before. */
    public Session begin(Account account) {
        Session session = new Session(tokens.next(), account, clock.instant());
        open.put(session.id(), session);
        return session;
    }

    /** The session of an id, if it is one of ours and has not ended. */
    public Optional<Session> find(String id) {
        return Optional.ofNullable(open.getIfPresent(id))
                .filter(session -> clock.instant().isBefore(session.since().plus(LIFE)));
    }

    /** Ends a session. */
    public void end(Session session) {
        open.invalidate(session.id());
    }
}
