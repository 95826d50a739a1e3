package fr.aisneneo.core.json;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import jakarta.json.bind.annotation.JsonbCreator;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record of everything that the codec takes. */
final class Samples {
    private Samples() {}

    public enum Mood {
        CALM {},
        IN_HASTE;

        @Override
        public String toString() {
            return "quite calm or not";
        }
    }

    /** Has methods that look like properties to one provider or the other. */
    public record Slot(Instant start, Instant end) {
        @JsonbCreator
        public Slot {
            if (!start.isBefore(end)) {
                throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "end", Map.of("min", "start", "max", ""));
            }
        }

        public Slot(Instant start, Duration length) {
            this(start, start.plus(length));
        }

        public Duration length() {
            return Duration.between(start, end);
        }

        public boolean isLong() {
            return length().toHours() > 4;
        }

        public String getText() {
            return start + "/" + end;
        }

        public Slot withEnd(Instant other) {
            return new Slot(start, other);
        }

        public static Slot ofHour(Instant start) {
            return new Slot(start, Duration.ofHours(1));
        }
    }

    @JsonbTypeInfo(
            key = "kind",
            value = {@JsonbSubtype(alias = "room", type = Room.class), @JsonbSubtype(alias = "van", type = Van.class)})
    public sealed interface Place permits Room, Van {}

    public record Tree(String name, List<Tree> children) {}

    public record Room(int floor, BigDecimal area, List<PartyId> keepers) implements Place {}

    public record Van(String plate, Place parkedAt) implements Place {}

    @SuppressWarnings("ArrayRecordComponent") // an embedder may
    public record Numbers(
            byte tiny,
            short small,
            int medium,
            long large,
            float rough,
            double fine,
            @Nullable Integer boxed,
            int[] series,
            double[] track) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Numbers that && that.toString().equals(toString());
        }

        @Override
        public int hashCode() {
            return medium;
        }

        @Override
        public String toString() {
            return tiny + " " + small + " " + medium + " " + large + " " + rough + " " + fine + " " + boxed + " "
                    + java.util.Arrays.toString(series) + java.util.Arrays.toString(track);
        }
    }

    public record Times(
            Instant instant,
            Instant fraction,
            LocalDate date,
            LocalTime time,
            LocalDateTime dateTime,
            YearMonth month,
            ZoneId zone,
            ZoneId offset,
            Duration duration,
            Period period,
            DayOfWeek day) {}

    public record Containers(
            List<Slot> slots,
            Set<Mood> moods,
            Set<PartyId> parties,
            SortedSet<String> words,
            Map<String, PartyId> byName,
            Map<DayOfWeek, BigDecimal> byDay,
            SortedMap<String, List<ZoneId>> sorted,
            Map<String, Place> places,
            List<List<Integer>> table,
            List<String> none) {}

    public record Everything(
            UUID uuid,
            PartyId party,
            TenantId tenant,
            String text,
            @Nullable String absent,
            boolean yes,
            BigDecimal decimal,
            BigDecimal thousands,
            BigInteger integer,
            URI address,
            Mood mood,
            Numbers numbers,
            Times times,
            Containers containers,
            Place place,
            @Nullable Everything inner,
            @JsonbProperty("renamed") String original) {}

    static final PartyId ALICE = PartyId.parse("0191e2a3-4b5c-7d6e-8f90-0123456789ab");
    static final PartyId BRUNO = PartyId.parse("0191e2a3-4b5c-7d6e-8f90-0123456789ac");

    static Everything everything() {
        Instant start = Instant.parse("2026-11-23T08:30:00Z");
        Place room = new Room(2, new BigDecimal("10.50"), List.of(ALICE));
        return new Everything(
                ALICE.value(),
                ALICE,
                new TenantId("laon"),
                "Café « l’Aisne »\u2028\u0085\u007f 😀 \"/\\\b\f\n\r\t\u0001\u001f",
                null,
                true,
                new BigDecimal("-10.50"),
                new BigDecimal("1E+3"),
                new BigInteger("123456789012345678901234567890"),
                URI.create("https://example.org/a?b=c&d=é"),
                Mood.CALM,
                new Numbers(
                        Byte.MIN_VALUE,
                        Short.MAX_VALUE,
                        Integer.MIN_VALUE,
                        Long.MAX_VALUE,
                        0.1f,
                        1e-7,
                        7,
                        new int[] {1, -2},
                        new double[] {49.5, 3.25, 1.0}),
                new Times(
                        start,
                        Instant.parse("2026-11-23T08:30:00.123456789Z"),
                        LocalDate.of(2026, 11, 23),
                        LocalTime.of(8, 30),
                        LocalDateTime.of(2026, 11, 23, 8, 30, 15),
                        YearMonth.of(2026, 11),
                        ZoneId.of("Europe/Paris"),
                        ZoneId.of("+05:30"),
                        Duration.ofMinutes(90),
                        Period.of(1, 2, 3),
                        DayOfWeek.FRIDAY),
                new Containers(
                        new ArrayList<>(List.of(new Slot(start, Duration.ofHours(1)))),
                        new LinkedHashSet<>(List.of(Mood.IN_HASTE, Mood.CALM)),
                        new LinkedHashSet<>(List.of(BRUNO, ALICE)),
                        new TreeSet<>(List.of("é", "a", "Z")),
                        Map.of("z", ALICE, "a", BRUNO, "é", ALICE),
                        Map.of(DayOfWeek.MONDAY, new BigDecimal("2.0"), DayOfWeek.FRIDAY, new BigDecimal("1E+3")),
                        new TreeMap<>(Map.of("k", List.of(ZoneId.of("UTC")))),
                        Map.of("home", room),
                        List.of(List.of(1, 2), List.of()),
                        List.of()),
                new Van("AB-123-CD", room),
                null,
                "under another name");
    }
}
