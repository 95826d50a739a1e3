package fr.aisneneo.core.tck.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How somebody else's test uses the recorder and the checker; shown in the guide. */
class OwnHistoryTest {

    @Test
    void anAcknowledgedAppendThatALaterReaderMissesIsNamed() {
        HistoryRecorder recorder = new HistoryRecorder();
        HistoryRecorder.Running writer = recorder.begin(1);
        writer.append("a", 17);
        writer.committed();
        HistoryRecorder.Running reader = recorder.begin(2);
        reader.read("a", List.of());
        reader.committed();
        List<Finding> findings = HistoryChecker.check(recorder.history());
        assertThat(findings).extracting(Finding::anomaly).contains(Anomaly.LOST_APPEND);
    }
}
