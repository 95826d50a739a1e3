package fr.aisneneo.example.benchmarks.experiment;

import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Load;
import fr.aisneneo.example.benchmarks.measure.Sample;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.time.Duration;
import java.util.List;

/**
 * How many calls a second each side answers. In each round each side is opened empty, called for a short while that
 * does not count, then measured, checked and closed; then comes the next side. The first round counts for nobody, and
 * is five times as long for all, so that the code of each is compiled.
 *
 * @param key its name, and that of the measure
 * @param callers how many call at the same time
 * @param contenders the sides, in the order of their turns
 */
public record Race(String key, int callers, List<Contender> contenders) implements Experiment {
    /** Copies the sides. */
    public Race {
        contenders = List.copyOf(contenders);
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        List<Contender> chosen = contenders.stream()
                .filter(contender ->
                        lab.choice().sides().matcher(contender.name()).find())
                .toList();
        for (int round = lab.effort().firstRound(); round <= lab.effort().rounds(); round++) {
            for (Contender contender : chosen) {
                boolean counts = round > 0;
                Sample sample = measure(
                        lab,
                        contender,
                        counts ? lab.effort().time() : lab.effort().firstTime());
                if (counts) {
                    results.add(key, contender.name(), sample);
                }
            }
        }
    }

    private Sample measure(Lab lab, Contender contender, Duration time) throws Exception {
        try (Side side = contender.opening().open(lab)) {
            int threads = Math.min(callers, lab.effort().mostCallers());
            Load.Outcome before = new Load(threads, lab.effort().warmUp()).on(side);
            Load.Outcome measured = new Load(threads, time).on(side);
            side.check(before.calls() + measured.calls());
            return new Sample(measured.perSecond(), measured.p99Micros());
        } catch (Exception e) {
            throw new IllegalStateException(key + ": " + contender.name() + " failed", e);
        }
    }
}
