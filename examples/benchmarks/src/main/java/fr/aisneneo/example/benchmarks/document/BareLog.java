package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.SharedSync;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The limit of the machine: records of the same size in a file that has its blocks already, one {@code fdatasync} for
 * all who wait. It finds nothing again, so that nothing durable can be faster.
 */
final class BareLog implements Side {
    private static final int RECORD = 512;
    private static final int MOST_RECORDS = 1 << 17;
    private static final int RECORDS_A_MILLISECOND = 100;
    private static final int BLOCK = 1 << 20;

    private final Path file;
    private final long records;
    private final FileChannel channel;
    private final SharedSync sync;
    private final AtomicLong written = new AtomicLong();

    private BareLog(Lab lab) throws IOException {
        file = lab.newPath("log");
        channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        records = Math.min(MOST_RECORDS, lab.effort().time().toMillis() * RECORDS_A_MILLISECOND);
        ByteBuffer zeros = ByteBuffer.allocateDirect(BLOCK);
        for (long at = 0; at < RECORD * records; at += BLOCK) {
            channel.write(zeros.clear(), at);
        }
        channel.force(true);
        sync = new SharedSync(() -> channel.force(false));
    }

    static Contender preallocated() {
        return new Contender("bare log", BareLog::new);
    }

    @Override
    public Caller caller() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(RECORD);
        return () -> {
            long number = written.getAndIncrement();
            buffer.clear().putLong(0, number + 1);
            channel.write(buffer, number % records * RECORD);
            sync.await();
        };
    }

    @Override
    public void check(long calls) throws IOException {
        Counts.requireEqual("records", calls, written.get());
        ByteBuffer last = ByteBuffer.allocate(Long.BYTES);
        channel.read(last, (calls - 1) % records * RECORD);
        Counts.requireEqual("last record", calls, last.getLong(0));
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Lab.remove(file);
    }
}
