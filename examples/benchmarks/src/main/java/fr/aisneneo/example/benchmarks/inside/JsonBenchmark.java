package fr.aisneneo.example.benchmarks.inside;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.example.benchmarks.document.Notice;
import fr.aisneneo.example.benchmarks.document.Notices;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A document of 400 bytes to JSON and back. */
@State(Scope.Benchmark)
public class JsonBenchmark {
    private final Codec codec = JsonbCodec.standard();
    private final Notice notice = new Notices().next();
    private final byte[] json = codec.encode(notice);

    /** For JMH. */
    public JsonBenchmark() {}

    /**
     * To JSON.
     *
     * @return the bytes
     */
    @Benchmark
    public byte[] encode() {
        return codec.encode(notice);
    }

    /**
     * From JSON.
     *
     * @return the document
     */
    @Benchmark
    public Notice decode() {
        return codec.decode(json, Notice.class);
    }
}
