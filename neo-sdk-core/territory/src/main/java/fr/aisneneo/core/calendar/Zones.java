package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.InvalidInputException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Map;

/** Reads time zones that come from outside. Thread-safe. */
public final class Zones {
    private static final int LONGEST_SHOWN = 64;

    private Zones() {}

    /**
     * Reads the name of a zone. Fixed offsets such as {@code +01:00} are refused: they do not follow the clock of a
     * place.
     *
     * @param text a name of the IANA time zone data base, in its exact spelling, such as {@code Europe/Paris}
     * @param field the name of the field, for the refusal
     * @return the zone
     * @throws InvalidInputException {@code calendar.zone.unknown} for anything else
     */
    public static ZoneId parse(String text, String field) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(text)) {
            String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
            throw new InvalidInputException(CalendarError.ZONE_UNKNOWN, field, Map.of("zone", shown));
        }
        return ZoneId.of(text);
    }
}
