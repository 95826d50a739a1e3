package fr.aisneneo.core.postgresql;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Documents that were taken for new and may not have been: the next to write them ask first. The latest ones only; who
 * is forgotten is found out again. Thread-safe.
 */
final class Clashes {
    private static final int MOST = 4_096;

    private final Map<Knowledge.Key, Boolean> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Knowledge.Key, Boolean> eldest) {
            return size() > MOST;
        }
    };

    synchronized void add(Knowledge.Key key) {
        latest.put(key, true);
    }

    synchronized boolean remembers(Knowledge.Key key) {
        return !latest.isEmpty() && latest.containsKey(key);
    }
}
