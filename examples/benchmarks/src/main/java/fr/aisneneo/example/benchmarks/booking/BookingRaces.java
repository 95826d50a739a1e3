package fr.aisneneo.example.benchmarks.booking;

import static fr.aisneneo.example.benchmarks.lab.Engine.POSTGRESQL;
import static fr.aisneneo.example.benchmarks.lab.Engine.ROCKSDB;

import fr.aisneneo.example.benchmarks.experiment.BestOf;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Race;
import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import java.util.ArrayList;
import java.util.List;

/** Bookings of rooms. */
public final class BookingRaces {
    private static final int[] CALLERS = {16, 64};
    private static final int AIMED = 64;

    private static final Contender ROCKSDB_SDK = SdkBookings.on(ROCKSDB);
    private static final Contender POSTGRESQL_SDK = SdkBookings.on(POSTGRESQL);
    private static final String EXCLUDE = "EXCLUDE";
    private static final String EXCLUDE_OUTBOX = "EXCLUDE and outbox";
    /** As many as the SDK has, and twice as many; more than there are callers would be idle. */
    private static final int[] CONNECTIONS = {16, 32};

    private BookingRaces() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        List<Experiment> races = new ArrayList<>();
        List<Comparison> rows = new ArrayList<>();
        for (int callers : CALLERS) {
            races.add(race(callers));
            rows.addAll(rows(callers));
        }
        return new Chapter("Bookings", """
                Answers a second, of 200 spaces taken at random, an hour each between 8 and 20 o'clock over the coming 350 days; one call of 16 asks for
                what is taken and is refused. All that is granted is on the disk. The SDK does all of `Booking.reserve`: policy, rules, opening hours and
                holidays, site and space in service, buffers, capacity, a repeated command, and an event in the journal; only the bound for each holder is
                lifted. The hand does an INSERT into a table with an exclusion constraint over `tstzrange` (`btree_gist`) and an index on the holder, at READ
                COMMITTED, and in a second variant a row in an outbox in the same transaction; each with as many pooled connections as the SDK on PostgreSQL, and
                with 64 callers also with twice as many: what is quicker counts. In the end every side has as many bookings as it granted, each of another
                slot, and has refused what was taken and nothing else.
                """, races, rows);
    }

    private static Experiment race(int callers) {
        List<Contender> inserts = new ArrayList<>();
        List<Contender> outboxes = new ArrayList<>();
        for (int connections : CONNECTIONS) {
            if (connections <= callers) {
                inserts.add(ExcludeBookings.insert(connections));
                outboxes.add(ExcludeBookings.insertWithOutbox(connections));
            }
        }
        List<Contender> all = new ArrayList<>(List.of(ROCKSDB_SDK, POSTGRESQL_SDK));
        all.addAll(inserts);
        all.addAll(outboxes);
        Experiment race = new Race("bookings-" + callers, callers, all);
        return new BestOf(new BestOf(race, EXCLUDE, names(inserts)), EXCLUDE_OUTBOX, names(outboxes));
    }

    private static List<String> names(List<Contender> contenders) {
        return contenders.stream().map(Contender::name).toList();
    }

    private static List<Comparison> rows(int callers) {
        return List.of(
                row(
                        callers,
                        ROCKSDB_SDK,
                        EXCLUDE,
                        callers == AIMED ? new Aim.Ratio(4) : Aim.none(),
                        "the embedded engine beside one INSERT that commits itself" + quicker(callers) + ".",
                        "It is bound by the processor, not by the disk: some twenty bookings share a sync. Where it was profiled, each took"
                                + " about 100 µs of processor time in all, so that two cores cannot give more than some 20,000 a second. About a"
                                + " quarter of it is Java of the SDK; as much is RocksDB, for the ten entries of a booking: the reservation and its"
                                + " three index entries, the load of the day, the event and its two, the ends of the journal and of the log. A tenth to"
                                + " a sixth puts callers to sleep and wakes them; the rest is the sync, the JVM and the flushes of RocksDB. Bare RocksDB"
                                + " with 64 callers, above among the commits, writes three such entries and does nothing else: there is the limit of any"
                                + " store on it. The INSERT is all that the hand does."),
                row(
                        callers,
                        ROCKSDB_SDK,
                        EXCLUDE_OUTBOX,
                        Aim.none(),
                        "the embedded engine beside a hand that tells others of the booking, as the journal does.",
                        ""),
                row(
                        callers,
                        POSTGRESQL_SDK,
                        EXCLUDE,
                        Aim.none(),
                        "the PostgreSQL engine beside one INSERT that commits itself.",
                        ""),
                row(
                        callers,
                        POSTGRESQL_SDK,
                        EXCLUDE_OUTBOX,
                        Aim.none(),
                        "the PostgreSQL engine beside a hand that tells others of the booking.",
                        ""));
    }

    private static Comparison row(int callers, Contender ours, String rival, Aim aim, String meaning, String ifMissed) {
        String name = "bookings per second with " + callers + " callers: "
                + ours.name().replace(",", "") + " by " + rival;
        return new Comparison(name, "bookings-" + callers, ours.name(), rival, aim, meaning, ifMissed);
    }

    private static String quicker(int callers) {
        return callers < CONNECTIONS[1] ? "" : ", with 16 or 32 pooled connections, whichever is quicker";
    }
}
