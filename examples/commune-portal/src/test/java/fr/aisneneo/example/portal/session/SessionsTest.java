package fr.aisneneo.example.portal.session;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.example.portal.TestClock;
import fr.aisneneo.example.portal.account.Account;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Account CAMILLE = new Account(new PartyId(new UUID(0, 1)), "Camille", Set.of(Role.MEMBER));

    private final TestClock clock = new TestClock();
    private final Sessions sessions = new Sessions(clock);

    @Test
    void aSessionIsFoundByItsIdAndNoOther() {
        Session session = sessions.begin(CAMILLE);

        assertThat(sessions.find(session.id())).contains(session);
        assertThat(sessions.find(session.id() + "x")).isEmpty();
        assertThat(sessions.find("")).isEmpty();
    }

    @Test
    void noTwoSessionsHaveTheSameIdAndIdsAreLong() {
        String first = sessions.begin(CAMILLE).id();

        assertThat(first).hasSize(43).isNotEqualTo(sessions.begin(CAMILLE).id());
    }

    @Test
    void aSessionThatNobodyUsesEnds() {
        Session session = sessions.begin(CAMILLE);
        clock.pass(Duration.ofMinutes(44));
        assertThat(sessions.find(session.id())).isPresent();

        clock.pass(Duration.ofMinutes(46));
        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void aSessionEndsAfterADayOfWorkHoweverMuchItIsUsed() {
        Session session = sessions.begin(CAMILLE);
        for (int half = 0; half < 20; half++) {
            assertThat(sessions.find(session.id())).isPresent();
            clock.pass(Duration.ofMinutes(30));
        }

        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void aSessionThatWasEndedIsGone() {
        Session session = sessions.begin(CAMILLE);
        sessions.end(session);

        assertThat(sessions.find(session.id())).isEmpty();
    }

    @Test
    void aSessionNeverShowsItsId() {
        Session session = sessions.begin(CAMILLE);

        assertThat(session.toString()).doesNotContain(session.id(), "Camille");
    }
}
