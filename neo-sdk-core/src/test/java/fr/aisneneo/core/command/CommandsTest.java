package fr.aisneneo.core.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CommandsTest {
    private final Neo neo = Neo.open("memory:");
    private final Actor anne = Actor.of(new PartyId(neo.ids().next()), new TenantId("laon"), Role.MEMBER);
    private final UUID id = neo.ids().next();
    private final AtomicInteger done = new AtomicInteger();

    /**
     * A body.
     *
     * @param room where
     * @param seats how many
     * @param slot when
     */
    public record Ask(String room, int seats, Slot slot) {}

    /**
     * A part of a body.
     *
     * @param start from
     * @param end to
     */
    public record Slot(LocalDateTime start, LocalDateTime end) {}

    /**
     * A result.
     *
     * @param number the how many-eth
     */
    public record Answer(int number) {}

    private static final Ask ASK = new Ask(
            "lab", 2, new Slot(LocalDateTime.parse("2026-11-24T09:00"), LocalDateTime.parse("2026-11-24T10:00")));

    private Answer ask(Actor actor, Ask ask) {
        return neo.commands().once(actor, "test.ask", id, ask, Answer.class, () -> new Answer(done.incrementAndGet()));
    }

    @AfterEach
    void close() {
        neo.close();
    }

    @Test
    void theSameCommandAgainGivesTheFirstResult() {
        assertThat(ask(anne, ASK)).isEqualTo(new Answer(1));
        assertThat(ask(anne, ASK)).isEqualTo(new Answer(1));
        assertThat(done).hasValue(1);
    }

    @Test
    void anotherBodyIsRefusedAndTheDifferentFieldsAreNamed() {
        ask(anne, ASK);
        Ask other =
                new Ask("lab", 3, new Slot(ASK.slot().start(), ASK.slot().end().plusHours(1)));
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> ask(anne, other))
                .withMessageContaining("seats, slot.end")
                .withMessageNotContaining("11:00")
                .extracting(NeoException::code)
                .isEqualTo("command.repeated_differently");
    }

    @Test
    void somebodyElsesCommandIsNotRevealed() {
        ask(anne, ASK);
        Actor bruno = Actor.of(new PartyId(neo.ids().next()), anne.tenant(), Role.MEMBER);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> ask(bruno, new Ask("studio", 9, ASK.slot())))
                .satisfies(e -> assertThat(e.facts()).containsEntry("fields", "actor"));
    }

    @Test
    void anotherTenantMayUseTheSameId() {
        ask(anne, ASK);
        Actor elsewhere = Actor.of(anne.party(), new TenantId("hirson"), Role.MEMBER);
        assertThat(ask(elsewhere, ASK)).isEqualTo(new Answer(2));
    }

    @Test
    void aRefusedCommandMayBeTriedAgain() {
        assertThatIllegalStateException()
                .isThrownBy(() -> neo.commands().once(anne, "test.ask", id, ASK, Answer.class, () -> {
                    throw new IllegalStateException("refused");
                }));
        assertThat(ask(anne, ASK)).isEqualTo(new Answer(1));
    }

    @Test
    void manyRepetitionsAtOnceDoItOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                answers.add(threads.submit(() -> ask(anne, ASK)));
            }
            for (Future<Answer> answer : answers) {
                assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(new Answer(1));
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(done).hasValue(1);
    }
}
