package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chain of commits through log files that were written by hand. */
class LogCheckTest {
    @TempDir
    private Path directory;

    private LogCheck check(long flushed, long marked) throws IOException {
        return new LogCheck(directory, flushed, marked);
    }

    private static void zero(Path file, int from, int to) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, from, Math.min(to, bytes.length), (byte) 0);
        Files.write(file, bytes);
    }

    private static void expectWhole(LogCheck check, long reached) {
        assertThat(check.refusal()).isNull();
        assertThat(check.reached()).isEqualTo(reached);
    }

    @Test
    void withoutLogsTheTablesAreAll() throws IOException {
        expectWhole(check(0, 0), 0);
        expectWhole(check(7, 7), 7);
        assertThat(check(7, 9).refusal()).contains("commits 8 to 9", "removed");
    }

    @ParameterizedTest
    @ValueSource(ints = {35, 100, 32_746, 32_757, 32_758, 40_000, 200_000})
    void recordsOfAnySizeAreRead(int size) throws IOException {
        Path file = new LogWriter(4).commits(1, 40, 0, size).write(directory);
        long bytes = Files.size(file);
        LogCheck check = check(0, 40);
        expectWhole(check, 40);
        assertThat(check.cut()).isZero();
        assertThat(Files.size(file)).isEqualTo(bytes);
    }

    @Test
    void filesFollowEachOtherAndTheTables() throws IOException {
        new LogWriter(4).commits(1, 20, 0, 100).write(directory);
        new LogWriter(9).commits(21, 30, 20, 100).write(directory);
        new LogWriter(10).write(directory);
        expectWhole(check(0, 30), 30);
        expectWhole(check(15, 30), 30);
        expectWhole(check(30, 30), 30);
        expectWhole(check(45, 40), 45);
    }

    @Test
    void theNumberOfAFileMayHaveMoreThanSixDigits() throws IOException {
        new LogWriter(999_999).commits(1, 5, 0, 100).write(directory);
        new LogWriter(1_000_000).commits(6, 9, 5, 100).write(directory);
        expectWhole(check(0, 9), 9);
    }

    @Test
    void keptFilesThatTheTablesCoverMayEndAnyhow() throws IOException {
        new LogWriter(4).commits(1, 20, 0, 100).raw(new byte[] {1, 2, 3}).write(directory);
        new LogWriter(9).commits(51, 60, 50, 100).write(directory);
        expectWhole(check(50, 60), 60);
    }

    @Test
    void whatIsLeftOfAnOlderUseIsTheEnd() throws IOException {
        byte[] old = new LogWriter(4).commits(1, 500, 0, 333).bytes();
        LogWriter reused = new LogWriter(9).commits(501, 540, 500, 100);
        int end = reused.size();
        Path file = reused.raw(Arrays.copyOfRange(old, end, old.length)).write(directory);
        LogCheck check = check(500, 540);
        expectWhole(check, 540);
        assertThat(check.cut()).isPositive();
        assertThat(Files.size(file)).isEqualTo(end);
    }

    @Test
    void aFileThatIsTakenAgainAndNotYetWrittenHasNothing() throws IOException {
        byte[] old = new LogWriter(4).commits(1, 100, 0, 100).bytes();
        new LogWriter(9).raw(old).write(directory);
        expectWhole(check(100, 100), 100);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 11, 50, 130})
    void aRecordThatIsCutShortIsTakenOffIfNobodyWasTold(int bytes) throws IOException {
        byte[] all = new LogWriter(4).commits(1, 10, 5, 139).bytes();
        Path file = new LogWriter(4).raw(Arrays.copyOf(all, all.length - bytes)).write(directory);
        LogCheck check = check(0, 9);
        expectWhole(check, 9);
        check.cut();
        assertThat(Files.size(file)).isEqualTo(9 * 150);
        expectWhole(check(0, 9), 9);
        assertThat(check(0, 10).refusal()).contains("commits 10 to 10");
    }

    @Test
    void aHoleInWhatNobodyWasToldOfEndsTheLog() throws IOException {
        Path file = new LogWriter(4).commits(1, 1_000, 20, 139).write(directory);
        zero(file, 30 * 150, 30 * 150 + 4_096);
        LogCheck check = check(0, 20);
        expectWhole(check, 30);
        check.cut();
        assertThat(Files.size(file)).isEqualTo(30 * 150);
    }

    @Test
    void aLaterRecordTellsThatWhatIsMissingWasAcknowledged() throws IOException {
        LogWriter log = new LogWriter(4).commits(1, 300, 0, 139);
        int end = log.size();
        Path file = log.commits(301, 500, 0, 139).commits(501, 1_000, 400, 139).write(directory);
        zero(file, end, end + 4_096);
        assertThat(check(0, 20).refusal())
                .startsWith("000004.log, byte " + end + ": ")
                .contains("commits 301 to 400");
    }

    @Test
    void afterAPowerCutAnEarlierFileMayBeShorterThanALaterOneExpects() throws IOException {
        new LogWriter(4).commits(1, 20, 10, 100).write(directory);
        Path later = new LogWriter(5).commits(26, 30, 15, 100).write(directory);
        LogCheck check = check(0, 12);
        expectWhole(check, 20);
        check.cut();
        assertThat(Files.size(later)).isZero();
    }

    @Test
    void aFileThatIsMissingIsMissed() throws IOException {
        new LogWriter(4).commits(1, 20, 0, 100).write(directory);
        new LogWriter(9).commits(41, 50, 40, 100).write(directory);
        assertThat(check(0, 0).refusal()).contains("000009.log", "commit 41 follows commit 20", "commits 21 to 40");
    }

    @Test
    void aFlippedBitIsNamedWithItsPlace() throws IOException {
        Path file = new LogWriter(4).commits(1, 100, 0, 139).write(directory);
        byte[] bytes = Files.readAllBytes(file);
        for (int at : new int[] {7_500, 7_504, 7_506, 7_507, 7_511, 7_600}) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 1;
            Files.write(file, flipped);
            assertThat(check(0, 100).refusal()).as("byte %s", at).startsWith("000004.log, byte 7500: ");
        }
    }

    @Test
    void whatIsNoCommitOfThisEngineIsNotPassedOver() throws IOException {
        new LogWriter(4)
                .commits(1, 5, 0, 100)
                .record(new byte[12])
                .record(new byte[40])
                .commits(6, 9, 8, 100)
                .write(directory);
        assertThat(check(0, 5).refusal()).contains("a record that is no commit");
    }
}
