package fr.aisneneo.core.transfer;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the documents of each collection come to. Used by one thread. */
final class ContentDigests {
    private final TreeMap<String, MessageDigest> digests = new TreeMap<>();

    void add(String collection, byte[] line) {
        digests.computeIfAbsent(collection, name -> Tally.sha256()).update(line);
    }

    /** The collections that are not the same; neither is of use afterwards. */
    SortedSet<String> differences(ContentDigests other) {
        SortedSet<String> names = new TreeSet<>(digests.keySet());
        names.addAll(other.digests.keySet());
        names.removeIf(name -> Arrays.equals(digest(name), other.digest(name)));
        return names;
    }

    private byte[] digest(String collection) {
        MessageDigest digest = digests.get(collection);
        return digest == null ? new byte[0] : digest.digest();
    }
}
