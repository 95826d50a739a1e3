package fr.aisneneo.core.storage.memory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One value of a key since a commit, and the older ones that somebody may still read. Never changed. */
@SuppressWarnings({"ArrayRecordComponent", "ReferenceEquality"}) // revisions are told apart, never compared
record Revision(
        long commit, byte @Nullable [] value, @Nullable Revision older) {

    byte @Nullable [] at(long snapshot) {
        for (Revision revision = this; revision != null; revision = revision.older) {
            if (revision.commit <= snapshot) {
                return revision.value;
            }
        }
        return null;
    }

    /**
     * Puts a value before those of a key.
     *
     * @param commit the commit it comes with, later than all others
     * @param value the value, or null for a removal
     * @param now what the key has so far
     * @param snapshots the states that are read or may be from now on, latest first: what none of them shows is left
     *     out, so that a key never has more revisions than there are such states and one
     */
    static Revision next(long commit, byte @Nullable [] value, @Nullable Revision now, long[] snapshots) {
        // Not recursive: where there are many readers, there may be many revisions.
        List<Revision> shown = new ArrayList<>(2);
        long newer = commit;
        int at = 0;
        for (Revision revision = now; revision != null; revision = revision.older) {
            while (at < snapshots.length && snapshots[at] >= newer) {
                at++;
            }
            if (at == snapshots.length) {
                break;
            }
            if (revision.commit <= snapshots[at]) {
                shown.add(revision);
            }
            newer = revision.commit;
        }
        Revision older = null;
        for (int last = shown.size() - 1; last >= 0; last--) {
            Revision revision = shown.get(last);
            older = revision.older == older ? revision : new Revision(revision.commit, revision.value, older);
        }
        return new Revision(commit, value, older);
    }
}
