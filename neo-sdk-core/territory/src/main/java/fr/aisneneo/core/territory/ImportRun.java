package fr.aisneneo.core.territory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.Localized;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One import. The file is read once to check and compare everything against one state of the store, without holding up
 * any writer; only if it is sound and brings something new are its rows written, in one transaction that calls neither
 * the source nor the listener, and reads no text.
 */
final class ImportRun {
    private static final Aggregate AGGREGATE = new Aggregate("communes", "code-officiel-geographique");
    private static final int SHOWN_PROBLEMS = 5;

    private final Neo neo;
    private final Communes communes;
    private final Actor actor;
    private final CommuneImport order;
    private CommunePass checked;

    ImportRun(Neo neo, Communes communes, Actor actor, CommuneImport order) {
        this.neo = neo;
        this.communes = communes;
        this.actor = actor;
        this.order = order;
        this.checked = new CommunePass(order);
    }

    ImportReport run() {
        ImportReport found = neo.store().read(this::check);
        if (order.isDryRun()) {
            return found;
        }
        refuseProblems(found);
        if (!found.bringsChanges()) {
            return found;
        }
        order.progress().rows(ImportProgress.Phase.WRITING, 0);
        ImportReport written = neo.store().write(Communes.CHANGES, this::write);
        order.progress().rows(ImportProgress.Phase.WRITING, written.rows());
        return written;
    }

    private ImportReport check(Transaction tx) {
        communes.requireChange(actor);
        CommuneBook book = new CommuneBook(tx);
        // Anew, if the reader has to read again.
        checked = new CommunePass(order);
        Tally tally = new Tally();
        checked.run(commune -> tally.count(book.compare(commune)));
        eachAbsent(tx, checked, absent -> tally.absent(absent.value().code()));
        return tally.report(checked);
    }

    private ImportReport write(Transaction tx) {
        communes.requireChange(actor);
        CommuneBook book = new CommuneBook(tx);
        Tally tally = new Tally();
        CommunePass pass = checked.again(commune -> tally.count(book.put(commune)));
        eachAbsent(tx, pass, absent -> {
            tally.absent(absent.value().code());
            if (order.endsAbsent()) {
                book.end(absent, lastDay(absent.value()));
            }
        });
        book.finish();
        ImportReport written = tally.report(pass);
        refuseProblems(written);
        if (written.bringsChanges()) {
            neo.journal().append(actor, TerritoryEvents.COMMUNES_IMPORTED, AGGREGATE, event(written));
        }
        return written;
    }

    /** What was known from the day of the file on, or later, and is not in it, held for one day at least. */
    private LocalDate lastDay(Commune absent) {
        LocalDate before = order.asOf().minusDays(1);
        LocalDate first = absent.validity().from();
        return before.isBefore(first) ? first : before;
    }

    private static void eachAbsent(Transaction tx, CommunePass pass, Consumer<Document<Commune>> each) {
        if (pass.stoppedEarly()) {
            return;
        }
        Documents<Commune> known = tx.documents(CommuneCollections.CURRENT, TenantId.SHARED);
        SortedSet<String> departments =
                pass.codes().stream().map(InseeCode::department).collect(Collectors.toCollection(TreeSet::new));
        for (String department : departments) {
            known.forEach(Scan.by(CommuneCollections.BY_CODE).equalTo(department), found -> {
                if (!pass.codes().contains(found.value().code())) {
                    each.accept(found);
                }
            });
        }
    }

    private static void refuseProblems(ImportReport report) {
        if (!report.problems().isEmpty()) {
            throw new RefusedException(
                    TerritoryError.IMPORT_REFUSED,
                    Map.of(
                            "count",
                            report.problems().size(),
                            "first",
                            new FirstProblems(report.problems().stream()
                                    .limit(SHOWN_PROBLEMS)
                                    .toList()),
                            "report",
                            report));
        }
    }

    private CommunesImported event(ImportReport report) {
        return new CommunesImported(
                order.label(),
                order.asOf(),
                report.sha256(),
                report.rows(),
                report.added(),
                report.changed(),
                report.unchanged(),
                report.ended());
    }

    private record FirstProblems(List<ImportProblem> problems) implements Localized {
        @Override
        public String text(Locale locale) {
            return problems.stream().map(problem -> problem.text(locale)).collect(Collectors.joining(" "));
        }

        @Override
        public String toString() {
            return text(Locale.ENGLISH);
        }
    }

    private final class Tally {
        private final List<InseeCode> absentCodes = new ArrayList<>();
        private int added;
        private int changed;
        private int unchanged;
        private int absent;

        void count(CommuneBook.Change change) {
            switch (change) {
                case ADDED -> added++;
                case CHANGED -> changed++;
                case UNCHANGED -> unchanged++;
            }
        }

        void absent(InseeCode code) {
            absent++;
            if (absentCodes.size() < ImportReport.MOST_LISTED) {
                absentCodes.add(code);
            }
        }

        ImportReport report(CommunePass pass) {
            return new ImportReport(
                    order.isDryRun(),
                    pass.rows(),
                    added,
                    changed,
                    unchanged,
                    absent,
                    order.endsAbsent() ? absent : 0,
                    absentCodes,
                    pass.problems(),
                    pass.stoppedEarly(),
                    pass.sha256Hex());
        }
    }
}
