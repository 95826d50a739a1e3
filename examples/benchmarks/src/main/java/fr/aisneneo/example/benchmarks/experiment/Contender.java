package fr.aisneneo.example.benchmarks.experiment;

import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Side;

/**
 * One that takes part.
 *
 * @param name its name in the report
 * @param opening opens it, empty
 */
public record Contender(String name, Opening opening) {
    /** Opens a side. */
    @FunctionalInterface
    public interface Opening {
        /**
         * Opens it, with nothing in it.
         *
         * @param lab where
         * @return the side, which leaves nothing behind when it is closed
         * @throws Exception if it cannot be opened
         */
        Side open(Lab lab) throws Exception;
    }
}
