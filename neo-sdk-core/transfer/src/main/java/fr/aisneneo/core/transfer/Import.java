package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One run of an import. Used once, by one thread. */
final class Import {
    private final Neo neo;
    private final Consumer<TransferProgress> progress;
    private final OptionalLong totalBytes;
    private final ContentDigests wanted = new ContentDigests();
    private final Map<String, Integer> schemas = new HashMap<>();
    private final Set<String> tenants = new HashSet<>();

    Import(Neo neo, Consumer<TransferProgress> progress, OptionalLong totalBytes) {
        this.neo = neo;
        this.progress = progress;
        this.totalBytes = totalBytes;
    }

    TransferReport run(InputStream in, boolean resume) throws IOException {
        ImportPlace place = ImportPlace.of(neo);
        if (!resume) {
            place.requireFinished();
        }
        boolean begin = !(resume && (place.unfinished() || place.complete()));
        KnownCollections collections = neo.store().whole().snapshot(snapshot -> {
            KnownCollections known = new KnownCollections(snapshot);
            if (begin) {
                requireEmpty(known, collection -> snapshot.tenants(collection).isEmpty());
            }
            return known;
        });
        ExportFile file = new ExportFile(in, neo.codec());
        check(file.header(), collections);
        if (begin) {
            place.begin();
        }
        Optional<List<DocumentLine>> chunk = file.nextChunk();
        for (; chunk.isPresent(); chunk = file.nextChunk()) {
            WholeReading.checkNotInterrupted();
            take(file, chunk.get(), collections, place);
        }
        return finish(file, place);
    }

    private static void requireEmpty(KnownCollections known, Predicate<DocumentCollection<?>> isEmpty) {
        for (DocumentCollection<?> collection : known.all()) {
            if (!isEmpty.test(collection)) {
                throw new RefusedException(TransferError.NOT_EMPTY, Map.of("collection", collection.name()));
            }
        }
    }

    private void check(Header header, KnownCollections collections) {
        String unknown = header.collections().stream()
                .filter(collection -> collections.find(collection.name()).isEmpty())
                .map(collection -> collection.name() + " (" + collection.home() + ")")
                .collect(Collectors.joining(", "));
        if (!unknown.isEmpty()) {
            throw new RefusedException(TransferError.UNKNOWN, Map.of("collections", unknown));
        }
        for (Header.Collection there : header.collections()) {
            Header.Collection here =
                    Header.Collection.of(collections.find(there.name()).orElseThrow());
            if (there.schema() < 1 || there.schema() > here.schema()) {
                throw KnownCollections.otherSchema(there.name(), there.schema(), here.schema());
            }
            if (!there.kind().equals(here.kind())) {
                throw KnownCollections.otherSchema(there.name(), there.kind(), here.kind());
            }
            schemas.put(there.name(), there.schema());
        }
    }

    private void take(ExportFile file, List<DocumentLine> lines, KnownCollections collections, ImportPlace place) {
        List<Incoming> documents = incoming(file, lines, collections);
        String sha256 = file.chunkSha256();
        long chunk = file.tally().chunk();
        if (place.complete() || chunk < place.chunk()) {
            return;
        }
        if (chunk == place.chunk()) {
            requireSame(sha256, place);
            return;
        }
        place.moveTo(false, file.tally(), sha256, () -> documents.forEach(document -> document.insert(neo)));
        progress.accept(new TransferProgress(
                lines.get(lines.size() - 1).collection(),
                file.tally().documents(),
                file.tally().bytes(),
                totalBytes));
    }

    private List<Incoming> incoming(ExportFile file, List<DocumentLine> lines, KnownCollections collections) {
        List<Incoming> documents = new ArrayList<>(lines.size());
        long number = file.firstLine();
        for (DocumentLine line : lines) {
            Integer schema = schemas.get(line.collection());
            if (schema == null) {
                throw new RefusedException(TransferError.UNKNOWN, Map.of("collections", line.collection()));
            }
            DocumentCollection<?> collection =
                    collections.find(line.collection()).orElseThrow();
            Incoming document = Incoming.of(neo, collection, schema, line, number++);
            wanted.add(line.collection(), document.line().bytes());
            tenants.add(line.tenant());
            documents.add(document);
        }
        return documents;
    }

    private static void requireSame(String sha256, ImportPlace place) {
        if (!sha256.equals(place.sha256())) {
            throw new InvalidInputException(TransferError.OTHER_FILE, "file", Map.of("chunk", place.chunk()));
        }
    }

    private TransferReport finish(ExportFile file, ImportPlace place) {
        TransferReport report = file.report();
        if (place.complete()) {
            requireSame(report.sha256(), place);
            settle();
            return report;
        }
        if (file.tally().chunk() < place.chunk()) {
            throw new InvalidInputException(TransferError.OTHER_FILE, "file", Map.of("chunk", place.chunk()));
        }
        readBack();
        place.moveTo(true, file.tally(), report.sha256(), () -> {});
        settle();
        return report;
    }

    /** Events without a position have the order of the store that they come from, which new ones know nothing of. */
    private void settle() {
        tenants.forEach(tenant -> neo.journal().settle(TenantId.stored(tenant)));
    }

    /** What an import says it did, it has seen: nobody else wrote meanwhile, and the engine kept what it was given. */
    private void readBack() {
        ContentDigests found = new ContentDigests();
        neo.store().whole().snapshot(snapshot -> {
            try {
                new WholeReading(snapshot, (collection, line) -> found.add(collection.name(), line))
                        .read(new KnownCollections(snapshot));
                return true;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        SortedSet<String> different = wanted.differences(found);
        if (!different.isEmpty()) {
            throw new RefusedException(TransferError.DIFFERENT, Map.of("collection", String.join(", ", different)));
        }
    }
}
