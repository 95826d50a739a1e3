package fr.aisneneo.core.json.internal;

import fr.aisneneo.core.id.Uuids;
import fr.aisneneo.core.tenant.TenantId;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** One adapter for each value type that providers would write each in their own way. All are one JSON string. */
final class StandardAdapters {
    private StandardAdapters() {}

    static List<StandardAdapter<?>> all() {
        return List.of(
                new StandardAdapter<>(BigDecimal.class, new Decimals(), true),
                new StandardAdapter<>(BigInteger.class, new Integers(), true),
                new StandardAdapter<>(Instant.class, new Instants(), false),
                new StandardAdapter<>(LocalDate.class, new Dates(), false),
                new StandardAdapter<>(LocalTime.class, new Times(), false),
                new StandardAdapter<>(LocalDateTime.class, new DateTimes(), false),
                new StandardAdapter<>(YearMonth.class, new Months(), false),
                new StandardAdapter<>(ZoneId.class, new Zones(), false),
                new StandardAdapter<>(Duration.class, new Durations(), false),
                new StandardAdapter<>(Period.class, new Periods(), false),
                new StandardAdapter<>(UUID.class, new UniqueIds(), false),
                new StandardAdapter<>(URI.class, new Addresses(), false),
                new StandardAdapter<>(byte[].class, new Bytes(), false),
                new StandardAdapter<>(TenantId.class, new Tenants(), false));
    }

    private static final class Decimals extends TextAdapter<BigDecimal> {
        Decimals() {
            super("10.50", DecimalText::write, DecimalText::read);
        }
    }

    private static final class Integers extends TextAdapter<BigInteger> {
        Integers() {
            super("12345678901234567890", DecimalText::write, DecimalText::readInteger);
        }
    }

    private static final class Instants extends TextAdapter<Instant> {
        Instants() {
            super("2026-11-23T08:30:00Z", InstantText::write, InstantText::read);
        }
    }

    private static final class Dates extends TextAdapter<LocalDate> {
        Dates() {
            super("2026-11-23", LocalDate::toString, LocalDate::parse);
        }
    }

    private static final class Times extends TextAdapter<LocalTime> {
        Times() {
            super("08:30", LocalTime::toString, LocalTime::parse);
        }
    }

    private static final class DateTimes extends TextAdapter<LocalDateTime> {
        DateTimes() {
            super("2026-11-23T08:30", LocalDateTime::toString, LocalDateTime::parse);
        }
    }

    private static final class Months extends TextAdapter<YearMonth> {
        Months() {
            super("2026-11", YearMonth::toString, YearMonth::parse);
        }
    }

    private static final class Zones extends TextAdapter<ZoneId> {
        Zones() {
            super("Europe/Paris", ZoneId::getId, ZoneId::of);
        }
    }

    private static final class Durations extends TextAdapter<Duration> {
        Durations() {
            super("PT1H30M", Duration::toString, Duration::parse);
        }
    }

    private static final class Periods extends TextAdapter<Period> {
        Periods() {
            super("P1Y2M3D", Period::toString, Period::parse);
        }
    }

    private static final class UniqueIds extends TextAdapter<UUID> {
        UniqueIds() {
            super("0191e2a3-4b5c-7d6e-8f90-0123456789ab", UUID::toString, text -> Uuids.parse(text, JsonLimits.WHOLE));
        }
    }

    private static final class Addresses extends TextAdapter<URI> {
        Addresses() {
            super("https://example.org/a", URI::toString, URI::create);
        }
    }

    private static final class Bytes extends TextAdapter<byte[]> {
        Bytes() {
            super("AQID", Base64.getEncoder()::encodeToString, Base64.getDecoder()::decode);
        }
    }

    private static final class Tenants extends TextAdapter<TenantId> {
        Tenants() {
            super("aisne-neo", TenantId::value, TenantId::stored);
        }
    }
}
