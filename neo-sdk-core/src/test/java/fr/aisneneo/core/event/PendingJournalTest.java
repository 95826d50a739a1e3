package fr.aisneneo.core.event;

import fr.aisneneo.core.NeoBuilder;

/** The same where positions are given after the commit. */
class PendingJournalTest extends JournalTest {
    @Override
    NeoBuilder engine(NeoBuilder builder) {
        return builder.plugin(new SideBySidePlugin()).storage("side-by-side:");
    }
}
