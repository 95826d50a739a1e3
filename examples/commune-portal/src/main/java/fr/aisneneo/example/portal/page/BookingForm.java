package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.Space;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OffsetChoice;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody typed to reserve a space, as they typed it, and what is wrong with each field. Used by one request. */
final class BookingForm {
    static final String DATE = "date";
    static final String START = "debut";
    static final String END = "fin";
    static final String QUANTITY = "quantite";
    /** The places that a link proposes. */
    static final String PLACES = "places";
    /** Whether the second one is meant of two times that the clock shows alike. */
    static final String START_SECOND = "debut-bis";

    static final String END_SECOND = "fin-bis";

    /** Which field of the form a refusal of the SDK is about. */
    private static final Map<String, String> FIELDS =
            Map.of("slot.start", START, "slot.end", END, "quantity", QUANTITY, "date", DATE, "slot", START);

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);
    private static final int LONGEST_SHOWN = 40;

    private final Map<String, String> typed;
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final @Nullable Boolean startSecond;
    private final @Nullable Boolean endSecond;

    private BookingForm(
            @Nullable String date,
            @Nullable String start,
            @Nullable String end,
            @Nullable String quantity,
            @Nullable Boolean startSecond,
            @Nullable Boolean endSecond) {
        this.typed = Map.of(
                DATE,
                shown(date),
                START,
                shown(start),
                END,
                shown(end),
                QUANTITY,
                quantity == null ? "1" : shown(quantity));
        this.startSecond = startSecond;
        this.endSecond = endSecond;
    }

    static BookingForm empty() {
        return new BookingForm(null, null, null, null, false, false);
    }

    /** A form filled with a slot. */
    static BookingForm of(LocalDateTime start, LocalDateTime end, int quantity) {
        return filled(start, end, quantity, false, false);
    }

    private static BookingForm filled(
            LocalDateTime start, LocalDateTime end, int quantity, boolean startSecond, boolean endSecond) {
        return new BookingForm(
                start.toLocalDate().toString(),
                start.toLocalTime().toString(),
                end.toLocalTime().toString(),
                Integer.toString(quantity),
                startSecond,
                endSecond);
    }

    /** The form that somebody sent. */
    static BookingForm sent(Context ctx) {
        return typed(ctx::formParam);
    }

    private static BookingForm typed(UnaryOperator<@Nullable String> field) {
        return new BookingForm(
                field.apply(DATE),
                field.apply(START),
                field.apply(END),
                field.apply(QUANTITY),
                second(field.apply(START_SECOND)),
                second(field.apply(END_SECOND)));
    }

    private static @Nullable Boolean second(@Nullable String chosen) {
        return chosen == null ? null : chosen.equals(RepeatedTime.SECOND);
    }

    /**
     * A form filled with the slot of the link that was followed, if there is a sensible one, or as it was sent before.
     */
    static Optional<BookingForm> proposed(Context ctx) {
        if (ctx.queryParam(DATE) != null) {
            return Optional.of(typed(ctx::queryParam));
        }
        String start = ctx.queryParam(START);
        String end = ctx.queryParam(END);
        String places = ctx.queryParam(PLACES);
        if (start == null || end == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(filled(
                    LocalDateTime.parse(start),
                    LocalDateTime.parse(end),
                    places != null && places.matches("[1-9]\\d{0,4}") ? Integer.parseInt(places) : 1,
                    ctx.queryParam(START_SECOND) != null,
                    ctx.queryParam(END_SECOND) != null));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** The times in the form that the clock of a zone shows twice. */
    List<RepeatedTime> repeated(ZoneId zone) {
        return Stream.of(
                        repeated(START, "Début", START_SECOND, startSecond, zone),
                        repeated(END, "Fin", END_SECOND, endSecond, zone))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<RepeatedTime> repeated(
            String field, String label, String name, @Nullable Boolean second, ZoneId zone) {
        try {
            LocalDateTime time = LocalDate.parse(typed.getOrDefault(DATE, ""))
                    .atTime(LocalTime.parse(typed.getOrDefault(field, "")));
            boolean twice = zone.getRules().getValidOffsets(time).size() > 1;
            return twice
                    ? Optional.of(new RepeatedTime(field, name, label, time.toLocalTime(), second))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static OffsetChoice choice(@Nullable Boolean second) {
        return second != null && second ? OffsetChoice.LATER : OffsetChoice.EARLIER;
    }

    private static String shown(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        return plain.length() > LONGEST_SHOWN ? plain.substring(0, LONGEST_SHOWN) : plain;
    }

    /** The slot that was typed, or null if a field is wrong or may mean two times. */
    @Nullable LocalSlot slot(Space space) {
        LocalDate date = read(DATE, () -> Params.date(required(DATE), DATE, FIRST, LAST));
        LocalTime start = read(START, () -> time(START));
        LocalTime end = read(END, () -> time(END));
        if (date == null || start == null || end == null) {
            return null;
        }
        for (RepeatedTime time : repeated(space.zone())) {
            if (time.second() == null) {
                errors.put(
                        time.field(),
                        "« " + time.label() + " » : cette heure vient deux fois cette nuit-là. Choisissez laquelle.");
            }
        }
        if (!errors.isEmpty()) {
            return null;
        }
        // Midnight as an end is that of the following day; nobody means the one before.
        LocalDate endDate = end.equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
        return new LocalSlot(
                date.atTime(start), choice(startSecond), endDate.atTime(end), choice(endSecond), space.zone());
    }

    /** The places that were typed, or null if that is no number of places. */
    @Nullable Integer quantity() {
        return read(QUANTITY, () -> Params.integer(required(QUANTITY), "quantity", 1, Space.MOST_PLACES));
    }

    private String required(String field) {
        return Params.required(typed.get(field), field.equals(QUANTITY) ? "quantity" : sdkName(field));
    }

    private LocalTime time(String field) {
        try {
            return LocalTime.parse(required(field));
        } catch (DateTimeParseException e) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, sdkName(field), Map.of("expected", "09:30"));
        }
    }

    private static String sdkName(String field) {
        return switch (field) {
            case START -> "slot.start";
            case END -> "slot.end";
            default -> field;
        };
    }

    private <T> @Nullable T read(String field, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (InvalidInputException e) {
            errors.put(field, Wording.message(Failure.of(e, "")));
            return null;
        }
    }

    /** Puts a refusal beside the field that it is about; false if it is about none of them. */
    boolean refuse(Failure failure) {
        String field = failure.field() == null ? null : FIELDS.get(failure.field());
        if (field != null) {
            errors.put(field, Wording.message(failure));
        }
        return field != null;
    }

    /** What was typed, by the names of the form: what sends it again. */
    Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>(typed);
        putChoice(fields, START_SECOND, startSecond);
        putChoice(fields, END_SECOND, endSecond);
        return fields;
    }

    private static void putChoice(Map<String, String> fields, String name, @Nullable Boolean second) {
        if (second != null) {
            fields.put(name, second ? RepeatedTime.SECOND : RepeatedTime.FIRST);
        }
    }

    FormField field(String name, String label) {
        return new FormField(name, label, typed.getOrDefault(name, ""), errors.get(name));
    }
}
