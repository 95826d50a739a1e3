package fr.aisneneo.example.benchmarks.reading;

import fr.aisneneo.example.benchmarks.document.Notice;
import fr.aisneneo.example.benchmarks.document.Notices;
import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Load;
import fr.aisneneo.example.benchmarks.measure.Sample;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Fills a shelf of each side with the same documents, weighs it, then reads single documents and ranges by one caller.
 * All shelves stay open and take turns. Each answer is looked at.
 *
 * @param candidates the sides, by their names, in the order of their turns
 */
record ReadExperiment(Map<String, Opening> candidates) implements Experiment {
    static final String GET = "get";
    static final String SCAN = "scan";
    static final String BYTES = "bytes";

    private static final int BATCH = 1_000;
    /** A scan starts in the first half, so that there is enough behind it. */
    private static final int SCAN_SECONDS = 500_000;

    /** Opens an empty shelf. */
    interface Opening {
        Shelf open(Lab lab) throws Exception;
    }

    @Override
    public String key() {
        return "reads";
    }

    @Override
    public List<String> measures() {
        return List.of(GET, SCAN, BYTES);
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        Map<String, Shelf> shelves = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Opening> candidate : candidates.entrySet()) {
                if (lab.choice().sides().matcher(candidate.getKey()).find()) {
                    shelves.put(candidate.getKey(), candidate.getValue().open(lab));
                }
            }
            List<String> ids = fill(shelves.values(), lab.effort().loaded());
            for (Map.Entry<String, Shelf> shelf : shelves.entrySet()) {
                long bytes = shelf.getValue().bytes();
                if (bytes > 0) {
                    results.add(BYTES, shelf.getKey(), Sample.of((double) bytes / ids.size()));
                }
            }
            for (int round = lab.effort().firstRound(); round <= lab.effort().rounds(); round++) {
                for (Map.Entry<String, Shelf> shelf : shelves.entrySet()) {
                    Sample get = measure(lab, getting(shelf.getValue(), ids, round));
                    Sample scan = measure(lab, scanning(shelf.getValue(), round));
                    if (round > 0) {
                        results.add(GET, shelf.getKey(), get);
                        results.add(SCAN, shelf.getKey(), scan);
                    }
                }
            }
        } finally {
            for (Shelf shelf : shelves.values()) {
                shelf.close();
            }
        }
    }

    private static List<String> fill(Iterable<Shelf> shelves, int documents) throws Exception {
        Notices notices = new Notices();
        List<String> ids = new ArrayList<>();
        while (ids.size() < documents) {
            List<Notice> batch = new ArrayList<>();
            while (batch.size() < Math.min(BATCH, documents - ids.size())) {
                batch.add(notices.next());
            }
            for (Shelf shelf : shelves) {
                shelf.add(batch);
            }
            batch.forEach(notice -> ids.add(notice.id()));
        }
        for (Shelf shelf : shelves) {
            shelf.settle();
        }
        return ids;
    }

    private static Sample measure(Lab lab, Caller caller) throws Exception {
        Side side = new Reader(caller);
        new Load(1, lab.effort().warmUp()).on(side);
        Load.Outcome outcome = new Load(1, lab.effort().time()).on(side);
        return new Sample(outcome.perSecond(), outcome.p99Micros());
    }

    /** The same documents in the same order for each side. */
    private static Caller getting(Shelf shelf, List<String> ids, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> {
            int number = random.nextInt(ids.size());
            Counts.requireEqual("number", number, shelf.read(ids.get(number)));
        };
    }

    private static Caller scanning(Shelf shelf, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return () -> {
            String place = Notices.PLACES.get(random.nextInt(Notices.PLACES.size()));
            int found = shelf.scan(place, Notices.BEGIN.plusSeconds(random.nextInt(SCAN_SECONDS)));
            Counts.requireEqual("documents", Shelf.SCANNED, found);
        };
    }

    /** What is read looks at itself. */
    private record Reader(Caller caller) implements Side {
        @Override
        public void check(long calls) {
            // each call has
        }

        @Override
        public void close() {
            // the shelf stays open for the next round
        }
    }
}
