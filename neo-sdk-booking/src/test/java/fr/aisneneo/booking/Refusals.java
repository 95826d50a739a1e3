package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.NeoException;
import java.util.List;
import java.util.Locale;

/** Requests that are refused: with a code, nothing written, and a text in each language that names nobody. */
record Refusals(World world) {

    /** Anne asks for one place. */
    NeoException expect(ErrorCode code, Space space, LocalSlot slot) {
        return expect(code, world.request(ANNE, space, slot));
    }

    /** Anne asks. */
    NeoException expect(ErrorCode code, ReservationRequest request) {
        return expect(code, ANNE, request);
    }

    /** An actor asks. */
    NeoException expect(ErrorCode code, Actor actor, ReservationRequest request) {
        int before = journalled();
        NeoException refusal =
                catchThrowableOfType(NeoException.class, () -> world.booking().reserve(actor, request));
        assertThat(refusal).as("refused with %s", code.code()).isNotNull();
        assertThat(refusal.errorCode()).isEqualTo(code);
        assertThat(world.booking().find(OPERATOR, request.id()))
                .as("nothing written")
                .isEmpty();
        assertThat(journalled()).as("nothing journalled").isEqualTo(before);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(refusal.errorCode().text(locale, refusal.facts()))
                    .doesNotContain("{")
                    .doesNotContain(ANNE.party().text())
                    .doesNotContain(BRUNO.party().text());
        }
        return refusal;
    }

    private int journalled() {
        return world.neo().journal().read(ADMINISTRATOR, 0, 1_000).size();
    }

    static String french(NeoException refusal) {
        return refusal.errorCode().text(Locale.FRENCH, refusal.facts());
    }
}
