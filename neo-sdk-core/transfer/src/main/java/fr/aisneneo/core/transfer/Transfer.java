package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Moves a whole store, every tenant and collection of it, out of one engine and into another as lines of JSON; the
 * {@linkplain fr.aisneneo.core.transfer format} is described with the package. For whoever runs the program, never for
 * an actor: an export holds everybody's data.
 *
 * <pre>{@code
 * try (Neo from = Neo.open("rocksdb:data/neo"); Neo to = Neo.open("postgresql://localhost/neo?user=neo")) {
 *     Booking.of(from);
 *     Booking.of(to);
 *     Transfer.of(from).exportTo(Path.of("neo.jsonl"), step -> {});
 *     Transfer.of(to).importFrom(Path.of("neo.jsonl"), step -> {});
 * }
 * }</pre>
 *
 * <p>Only the libraries know their collections. So the façade of each library that uses the store is opened first, on
 * either side; a collection that nobody declared is refused by name, never left out.
 *
 * <p>An export reads one durable state while others go on writing, and needs memory for some documents only. An import
 * fills an empty store, chunk by chunk, each chunk in one transaction once its checksum was found right. It is complete
 * when the last line was found right and everything was read back from the store; until then, let nobody use the store:
 * start no subscribers, and see {@link #requireComplete()}. What was interrupted, by whatever means, goes on with
 * {@link #resume(Path, Consumer)}.
 *
 * <p>Both end with {@code storage.interrupted} soon after their thread is interrupted. Progress is told on that thread,
 * after each chunk; what the listener throws ends the work. Thread-safe.
 */
public final class Transfer {
    private final Neo neo;

    private Transfer(Neo neo) {
        this.neo = neo;
    }

    /**
     * The means to move the store of an open SDK.
     *
     * @param neo the SDK
     * @return its transfer
     */
    public static Transfer of(Neo neo) {
        return new Transfer(neo);
    }

    /**
     * Writes the whole store to a new file, which has its name only when it is whole and on the disk; until then its
     * name ends in {@code .part}. An export that was interrupted begins anew: the state it read is gone.
     *
     * @param file where to, readable by its owner only
     * @param progress told after each chunk
     * @return what was written
     * @throws RefusedException {@code transfer.file.exists}, {@code transfer.collections.undeclared},
     *     {@code transfer.collection.schema} while another process upgrades the store,
     *     {@code transfer.target.unfinished} if the store itself is the target of an unfinished import
     * @throws StorageException {@code transfer.file.failed}, {@code storage.interrupted}, or what the engine has to say
     */
    public TransferReport exportTo(Path file, Consumer<TransferProgress> progress) {
        return orFailed(() -> NewFile.write(file, out -> write(out, progress)));
    }

    /**
     * Writes the whole store to a stream.
     *
     * @param out where to; flushed, not closed. What is in it after a failure is part of an export, and refused as such
     * @param progress told after each chunk
     * @return what was written
     * @throws RefusedException as {@link #exportTo(Path, Consumer)}
     * @throws StorageException as {@link #exportTo(Path, Consumer)}
     */
    public TransferReport exportTo(OutputStream out, Consumer<TransferProgress> progress) {
        return orFailed(() -> write(out, progress));
    }

    /**
     * Fills an empty store from a file.
     *
     * @param file an export
     * @param progress told after each chunk
     * @return what was read
     * @throws InvalidInputException {@code transfer.file.format}, {@code transfer.file.truncated},
     *     {@code transfer.file.altered}, {@code transfer.file.line_too_long}, naming the lines
     * @throws RefusedException {@code transfer.target.not_empty}, {@code transfer.target.unfinished},
     *     {@code transfer.collections.unknown}, {@code transfer.collections.undeclared},
     *     {@code transfer.collection.schema}, {@code transfer.target.different}
     * @throws StorageException {@code transfer.document.refused}, {@code transfer.file.failed},
     *     {@code storage.interrupted}, or what the engine has to say
     */
    public TransferReport importFrom(Path file, Consumer<TransferProgress> progress) {
        return read(file, progress, false);
    }

    /**
     * Fills an empty store from a stream.
     *
     * @param in an export, read to its end; not closed
     * @param progress told after each chunk
     * @return what was read
     * @throws InvalidInputException as {@link #importFrom(Path, Consumer)}
     * @throws RefusedException as {@link #importFrom(Path, Consumer)}
     * @throws StorageException as {@link #importFrom(Path, Consumer)}
     */
    public TransferReport importFrom(InputStream in, Consumer<TransferProgress> progress) {
        return read(in, progress, false);
    }

    /**
     * Goes on with an import where its last whole chunk was written, or begins it where nothing was. The file is read
     * and checked from its beginning, and must be the same. Where that import is complete already, nothing is written.
     *
     * @param file the export that the import was begun with
     * @param progress told after each chunk that is written
     * @return what was read, from the beginning
     * @throws InvalidInputException {@code transfer.resume.other_file}, or as {@link #importFrom(Path, Consumer)}
     * @throws RefusedException as {@link #importFrom(Path, Consumer)}
     * @throws StorageException as {@link #importFrom(Path, Consumer)}
     */
    public TransferReport resume(Path file, Consumer<TransferProgress> progress) {
        return read(file, progress, true);
    }

    /**
     * Goes on with an import from a stream; see {@link #resume(Path, Consumer)}.
     *
     * @param in the export that the import was begun with, from its beginning; not closed
     * @param progress told after each chunk that is written
     * @return what was read, from the beginning
     * @throws InvalidInputException as {@link #resume(Path, Consumer)}
     * @throws RefusedException as {@link #importFrom(Path, Consumer)}
     * @throws StorageException as {@link #importFrom(Path, Consumer)}
     */
    public TransferReport resume(InputStream in, Consumer<TransferProgress> progress) {
        return read(in, progress, true);
    }

    /**
     * Refuses a store into which an import was begun and not finished. An application that may meet one asks at its
     * start, before it serves anybody.
     *
     * @throws RefusedException {@code transfer.target.unfinished}
     */
    public void requireComplete() {
        boolean imported = neo.store()
                .whole()
                .snapshot(snapshot -> snapshot.collections().stream().anyMatch(KnownCollections::isMark));
        if (imported) {
            ImportPlace.of(neo).requireFinished();
        }
    }

    private TransferReport write(OutputStream out, Consumer<TransferProgress> progress) {
        requireComplete();
        Export export = new Export(neo, out, progress);
        return neo.store().whole().snapshot(snapshot -> {
            try {
                return export.write(snapshot);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private TransferReport read(Path file, Consumer<TransferProgress> progress, boolean resume) {
        return orFailed(() -> {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
                return new Import(neo, progress, OptionalLong.of(Files.size(file))).run(in, resume);
            }
        });
    }

    private TransferReport read(InputStream in, Consumer<TransferProgress> progress, boolean resume) {
        return orFailed(() -> new Import(neo, progress, OptionalLong.empty()).run(in, resume));
    }

    private interface FileWork {
        TransferReport run() throws IOException;
    }

    private static TransferReport orFailed(FileWork work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw failed(e);
        } catch (UncheckedIOException e) {
            throw failed(Objects.requireNonNull(e.getCause()));
        }
    }

    private static StorageException failed(IOException e) {
        return Thread.currentThread().isInterrupted()
                ? new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of(), e)
                : new StorageException(TransferError.FILE, Map.of("reason", String.valueOf(e.getMessage())), e);
    }
}
