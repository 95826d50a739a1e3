package fr.aisneneo.core.transfer;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.plugin.SdkApi;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.WholeStore.Snapshot;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** One run of an export. Used once, by one thread. */
final class Export {
    private final Neo neo;
    private final OutputStream out;
    private final Consumer<TransferProgress> progress;
    private final Tally tally = new Tally();

    Export(Neo neo, OutputStream out, Consumer<TransferProgress> progress) {
        this.neo = neo;
        this.out = out;
        this.progress = progress;
    }

    TransferReport write(Snapshot snapshot) throws IOException {
        KnownCollections collections = new KnownCollections(snapshot);
        header(collections);
        new WholeReading(snapshot, this::document).read(collections);
        if (tally.open()) {
            check();
        }
        String sha256 = tally.sha256Here();
        byte[] end = tally.endLine();
        out.write(end);
        tally.line(end);
        out.flush();
        return tally.report(sha256);
    }

    private void header(KnownCollections collections) throws IOException {
        List<Header.Collection> described = new ArrayList<>();
        for (DocumentCollection<?> collection : collections.all()) {
            described.add(Header.Collection.of(collection));
        }
        byte[] line = new Header(
                        neo.clock().instant().toString(), neo.store().info().engine(), SdkApi.version(), described)
                .bytes();
        out.write(line);
        tally.line(line);
    }

    private void document(DocumentCollection<?> collection, byte[] line) throws IOException {
        out.write(line);
        tally.document(line);
        tally.count(collection.name());
        if (tally.full()) {
            check();
            progress.accept(
                    new TransferProgress(collection.name(), tally.documents(), tally.bytes(), OptionalLong.empty()));
        }
    }

    private void check() throws IOException {
        byte[] line = tally.checkLine();
        out.write(line);
        tally.check(line);
    }
}
