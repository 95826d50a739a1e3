package fr.aisneneo.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandPurgeTest {
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final Neo neo = Neo.builder().clock(now::get).open();
    private final AtomicInteger done = new AtomicInteger();

    /**
     * A body.
     *
     * @param seats how many
     */
    public record Ask(int seats) {}

    /**
     * A result.
     *
     * @param number the how many-eth
     */
    public record Answer(int number) {}

    @AfterEach
    void close() {
        neo.close();
    }

    private int ask(String tenant, int number, int seats) {
        Actor actor = Actor.of(new PartyId(new UUID(0x7000, Long.MIN_VALUE)), new TenantId(tenant), Role.MEMBER);
        UUID id = new UUID(0x7000, Long.MIN_VALUE | number);
        return neo.commands()
                .once(actor, "test.ask", id, new Ask(seats), Answer.class, () -> new Answer(done.incrementAndGet()))
                .number();
    }

    private void later(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    @Test
    void whatWasDoneBeforeIsForgottenForAllTenantsAndTheRestIsNot() {
        for (int number = 1; number <= 250; number++) {
            ask("laon", number, 1);
        }
        ask("hirson", 1, 1);
        later(Duration.ofDays(90));
        int last = ask("laon", 251, 1);
        Instant purgedBefore = now.get();
        later(Duration.ofDays(2));
        assertThat(neo.commands().purge(purgedBefore)).isEqualTo(251);
        assertThat(neo.commands().purge(purgedBefore)).isZero();
        assertThat(ask("laon", 251, 1)).isEqualTo(last);
        assertThat(neo.commands().purge(purgedBefore.plusNanos(1_000))).isEqualTo(1);
    }

    @Test
    void aCommandRepeatedAfterItWasForgottenIsANewOne() {
        assertThat(ask("laon", 1, 1)).isEqualTo(1);
        later(Duration.ofDays(1));
        assertThat(neo.commands().purge(START)).isZero();
        assertThat(ask("laon", 1, 1)).isEqualTo(1);
        later(Duration.ofSeconds(1));
        assertThat(neo.commands().purge(START.plusSeconds(1))).isEqualTo(1);
        assertThat(ask("laon", 1, 7)).isEqualTo(2);
        assertThat(ask("laon", 1, 7)).isEqualTo(2);
    }

    @Test
    void whatMayStillBeRepeatedIsNotForgotten() {
        ask("laon", 1, 1);
        later(Duration.ofDays(3));
        Instant latest = now.get().minus(Duration.ofDays(1));
        for (Instant before :
                List.of(latest.plusNanos(1), now.get(), Instant.MAX, Instant.EPOCH.minusNanos(1), Instant.MIN)) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> neo.commands().purge(before))
                    .satisfies(e ->
                            assertThat(List.of(e.field(), e.code())).containsExactly("before", "input.out_of_range"));
        }
        assertThat(neo.commands().purge(Instant.EPOCH)).isZero();
        assertThat(neo.commands().purge(latest)).isEqualTo(1);
    }

    @Test
    void purgingMakesTransactionsOfItsOwn() {
        assertThatIllegalStateException()
                .isThrownBy(() -> neo.atomically(() -> neo.commands().purge(Instant.EPOCH)));
    }
}
