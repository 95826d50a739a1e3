package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import jakarta.json.bind.spi.JsonbProvider;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarJsonTest {
    private static final OpeningHours HOURS = OpeningHours.CLOSED
            .open(List.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY), "13:30-24:00", "08:30-12:30")
            .closedOn(FrenchHolidays.NATIONAL)
            .except(LocalDate.of(2026, 8, 3), LocalDate.of(2026, 8, 16), "Fermeture d’été")
            .except(LocalDate.of(2026, 6, 21), LocalDate.of(2026, 6, 21), "Fête de la musique", "22:00-02:00");

    static Stream<Codec> codecs() {
        return Stream.of("org.eclipse.yasson.JsonBindingProvider", "org.apache.johnzon.jsonb.JohnzonProvider")
                .map(provider -> JsonbCodec.on(JsonbProvider.provider(provider)));
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void openingHoursAreReadableJsonAndComeBackAsTheyWere(Codec codec) {
        byte[] json = codec.encode(HOURS);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"exceptions\":["
                        + "{\"from\":\"2026-06-21\",\"ranges\":[\"22:00-02:00\"],\"reason\":\"Fête de la musique\","
                        + "\"through\":\"2026-06-21\"},"
                        + "{\"from\":\"2026-08-03\",\"ranges\":[],\"reason\":\"Fermeture d’été\","
                        + "\"through\":\"2026-08-16\"}],"
                        + "\"holidays\":{\"kind\":\"french\",\"region\":\"NATIONAL\"},"
                        + "\"seasons\":[{\"hours\":{\"friday\":[],"
                        + "\"monday\":[\"08:30-12:30\",\"13:30-24:00\"],"
                        + "\"saturday\":[\"08:30-12:30\",\"13:30-24:00\"],"
                        + "\"sunday\":[],\"thursday\":[],\"tuesday\":[],\"wednesday\":[]}}]}");
        assertThat(codec.decode(json, OpeningHours.class)).isEqualTo(HOURS);
        assertThat(codec.decode(codec.encode(OpeningHours.ALWAYS), OpeningHours.class))
                .isEqualTo(OpeningHours.ALWAYS);
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void listedHolidaysTravelWithTheirDays(Codec codec) {
        HolidayCalendar own =
                new ListedHolidays(List.of(new Holiday(LocalDate.of(2026, 11, 23), "opening", "Ouverture", "Opening")));
        OpeningHours hours = OpeningHours.ALWAYS.closedOn(own);
        OpeningHours back = codec.decode(codec.encode(hours), OpeningHours.class);
        assertThat(back).isEqualTo(hours);
        assertThat(back.open(LocalDate.of(2026, 11, 23))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void aSlotAndAnIntervalComeBackAsTheyWere(Codec codec) {
        LocalSlot slot = new LocalSlot(
                LocalDateTime.parse("2026-10-25T02:30"),
                OffsetChoice.EARLIER,
                LocalDateTime.parse("2026-10-25T02:30"),
                OffsetChoice.LATER,
                ZoneId.of("Europe/Paris"));
        assertThat(codec.decode(codec.encode(slot), LocalSlot.class)).isEqualTo(slot);
        assertThat(codec.decode(codec.encode(slot.interval()), Interval.class)).isEqualTo(slot.interval());
    }

    @ParameterizedTest
    @MethodSource("codecs")
    void anUnknownCalendarOrAMalformedRangeIsRefused(Codec codec) {
        for (String json : List.of(
                "{\"exceptions\":[],\"holidays\":{\"kind\":\"french\",\"region\":\"MARS\"},\"seasons\":[]}",
                "{\"exceptions\":[{\"from\":\"2026-06-21\",\"ranges\":[\"9-12\"],\"reason\":\"\","
                        + "\"through\":\"2026-06-21\"}],\"seasons\":[]}")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> codec.decode(json.getBytes(StandardCharsets.UTF_8), OpeningHours.class));
        }
    }
}
