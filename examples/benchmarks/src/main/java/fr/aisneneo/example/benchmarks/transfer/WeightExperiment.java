package fr.aisneneo.example.benchmarks.transfer;

import fr.aisneneo.example.benchmarks.experiment.Experiment;
import fr.aisneneo.example.benchmarks.experiment.Results;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Sample;
import fr.aisneneo.example.benchmarks.transfer.Bank.Terms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What a transfer takes on the disk, once for each bank since it is the same each time: everything in the files, by the
 * number of transfers. Accounts and what gives them funds are in it.
 *
 * @param weighed the banks by their names
 */
record WeightExperiment(Map<String, Opening> weighed) implements Experiment {
    static final String BYTES = "transfers-bytes";

    private static final int CALLERS = 64;

    /** How a bank is filled. */
    interface Opening {
        Bank open(Lab lab) throws Exception;
    }

    @Override
    public String key() {
        return BYTES;
    }

    @Override
    public void run(Lab lab, Results results) throws Exception {
        for (Map.Entry<String, Opening> each : weighed.entrySet()) {
            if (lab.choice().sides().matcher(each.getKey()).find()) {
                try (Bank bank = each.getValue().open(lab)) {
                    long transfers = filled(bank, lab);
                    bank.check((transfers - bank.payments().members())
                            / bank.terms().size());
                    results.add(BYTES, each.getKey(), Sample.of((double) bank.weigh() / transfers));
                }
            }
        }
    }

    /** Returns how many transfers there are. */
    private static long filled(Bank bank, Lab lab) throws Exception {
        Terms terms = bank.terms();
        int callers = Math.min(CALLERS, lab.effort().mostCallers());
        int calls = Math.max(1, lab.effort().loaded() / terms.size() / callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                var caller = bank.caller();
                all.add(threads.submit(() -> {
                    for (int call = 0; call < calls; call++) {
                        caller.call();
                    }
                    return null;
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
        return terms.members() + (long) callers * calls * terms.size();
    }
}
