package fr.aisneneo.example.benchmarks.inside;

import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Sample;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What happens inside, by JMH: each benchmark in a JVM of its own, one thread, the mean time of an iteration. */
record InsideExperiment() implements Experiment {
    static final String MICROS = "inside";

    private static final int WARM_UPS = 5;

    @Override
    public String key() {
        return MICROS;
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        // Its lock is one file for the whole machine; other builds may run.
        System.setProperty("jmh.ignoreLock", "true");
        boolean forReal = lab.effort().firstRound() == 0;
        TimeValue time = TimeValue.milliseconds(lab.effort().warmUp().toMillis());
        OptionsBuilder options = new OptionsBuilder();
        options.include(getClass().getPackageName().replace(".", "\\.") + "\\..*Benchmark\\.")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .forks(forReal ? 1 : 0)
                .warmupIterations(forReal ? WARM_UPS : 0)
                .warmupTime(time)
                .measurementIterations(lab.effort().rounds())
                .measurementTime(time)
                .threads(1)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (RunResult result : new Runner(options.build()).run()) {
            String name = result.getPrimaryResult().getLabel();
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    results.add(
                            MICROS, name, Sample.of(iteration.getPrimaryResult().getScore()));
                }
            }
        }
    }
}
