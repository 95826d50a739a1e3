package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.StorageTransaction.Savepoint;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tck.Model.Document;
import fr.aisneneo.core.tck.Model.Found;
import fr.aisneneo.core.tck.Step.Target;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Takes a store and a {@link Model} through the same history, and compares everything that can be read. */
final class ModelRun {
    private static final List<Scan> ORDERS = Model.orders(List.of(Samples.PEOPLE, Samples.LOGINS));

    private final Space space;
    private final List<TenantId> tenants;
    private final Map<Target, Set<Long>> versionsGiven = new HashMap<>();
    private final List<Marked> marks = new ArrayList<>();
    private Model committed = new Model();
    private Model current = committed;
    private @Nullable TenantTransaction open;

    /** A savepoint and the state that it stands for. */
    private record Marked(Savepoint savepoint, Model state) {}

    ModelRun(Space space, List<TenantId> tenants) {
        this.space = space;
        this.tenants = tenants;
    }

    void run(List<Step> steps) {
        try {
            steps.forEach(this::take);
            take(new Step.End(true));
        } finally {
            if (open != null) {
                open.close();
            }
        }
    }

    private void take(Step step) {
        TenantTransaction tx = transaction();
        if (step instanceof Step.Insert insert) {
            Target target = insert.target();
            write(
                    target,
                    current.refusalsOfInsert(target, insert.content()),
                    () -> at(tx, target)
                            .insert(target.collection(), insert.content().write(target.id())),
                    version -> current.put(target, insert.content(), version));
        } else if (step instanceof Step.Update update) {
            Target target = update.target();
            long expected = expectedVersion(target, update.version());
            write(
                    target,
                    current.refusalsOfUpdate(target, update.content(), expected),
                    () -> at(tx, target)
                            .update(target.collection(), update.content().write(target.id()), expected),
                    version -> current.put(target, update.content(), version));
        } else if (step instanceof Step.Delete delete) {
            Target target = delete.target();
            long expected = expectedVersion(target, delete.version());
            if (accepted(current.refusalsOfDelete(target, expected), () -> {
                        at(tx, target).delete(target.collection(), target.id(), expected);
                        return 0;
                    })
                    != null) {
                current.remove(target);
            }
        } else if (step instanceof Step.Get get) {
            expectDocument(tx, current, get.target());
        } else if (step instanceof Step.Look look) {
            expectScan(tx, current, look.tenant(), look.scan());
        } else if (step instanceof Step.Mark) {
            marks.add(new Marked(tx.savepoint(), current.copy()));
        } else if (step instanceof Step.BackTo backTo) {
            backTo(tx, backTo.depth());
        } else if (step instanceof Step.End end) {
            end(tx, end.commit());
        }
    }

    private TenantTransaction transaction() {
        TenantTransaction tx = open;
        if (tx == null) {
            tx = space.beginWrite();
            open = tx;
            current = committed.copy();
        }
        return tx;
    }

    private TenantTransaction at(TenantTransaction tx, Target target) {
        return tx.as(tenants.get(target.tenant()));
    }

    private long expectedVersion(Target target, Step.Version version) {
        Document document = current.get(target);
        long present = document == null ? 1 : document.version();
        return version == Step.Version.PRESENT ? present : present + 1_000_000;
    }

    private interface Written {
        void as(long version);
    }

    private void write(Target target, Set<CoreError> refusals, LongSupplier write, Written written) {
        Document before = current.get(target);
        Long version = accepted(refusals, write);
        if (version != null) {
            assertThat(version).as("version of %s", target).isPositive();
            if (before != null && before.own()) {
                assertThat(version).as("one version in one transaction").isEqualTo(before.version());
            } else {
                assertThat(versionsGiven.getOrDefault(target, Set.of()))
                        .as("versions given before to %s", target)
                        .doesNotContain(version);
            }
            written.as(version);
        }
    }

    private static @Nullable Long accepted(Set<CoreError> refusals, LongSupplier write) {
        long version;
        try {
            version = write.getAsLong();
        } catch (ConflictException e) {
            assertThat(refusals).as("reasons for %s", e.code()).contains((CoreError) e.errorCode());
            return null;
        }
        if (!refusals.isEmpty()) {
            fail("Accepted in spite of " + refusals);
        }
        return version;
    }

    private void backTo(TenantTransaction tx, int depth) {
        if (depth < marks.size()) {
            int index = marks.size() - 1 - depth;
            Marked mark = marks.get(index);
            tx.rollbackTo(mark.savepoint());
            current = mark.state().copy();
            marks.subList(index + 1, marks.size()).clear();
        }
    }

    private void end(TenantTransaction tx, boolean commit) {
        expectEverything(tx, current);
        if (commit) {
            tx.commit();
            committed = current.committed();
            committed
                    .all()
                    .forEach((target, document) -> versionsGiven
                            .computeIfAbsent(target, key -> new HashSet<>())
                            .add(document.version()));
        } else {
            tx.rollback();
        }
        open = null;
        marks.clear();
        current = committed;
        space.reading(reader -> expectEverything(reader, committed));
    }

    private void expectEverything(TenantTransaction tx, Model model) {
        for (int tenant = 0; tenant < tenants.size(); tenant++) {
            for (Scan scan : ORDERS) {
                expectScan(tx, model, tenant, scan);
                expectScan(tx, model, tenant, scan.backwards());
            }
        }
        model.all().keySet().forEach(target -> expectDocument(tx, model, target));
    }

    private void expectDocument(TenantTransaction tx, Model model, Target target) {
        StoredDocument read = at(tx, target).find(target.collection(), target.id());
        Document expected = model.get(target);
        assertThat(read == null).as("%s is missing", target).isEqualTo(expected == null);
        if (read != null && expected != null) {
            expectSame(read, expected);
        }
    }

    private void expectScan(TenantTransaction tx, Model model, int tenant, Scan scan) {
        List<Found> expected = model.scan(tenant, scan);
        List<ScanHit> hits = tx.as(tenants.get(tenant)).scan(scan);
        assertThat(hits)
                .as("%s", new Step.Look(tenant, scan))
                .extracting(ScanHit::position)
                .isEqualTo(expected.stream().map(Found::position).toList());
        for (int i = 0; i < hits.size(); i++) {
            assertThat(hits.get(i).document().id())
                    .isEqualTo(hits.get(i).position().id());
            expectSame(hits.get(i).document(), expected.get(i).document());
        }
    }

    private static void expectSame(StoredDocument read, Document expected) {
        assertThat(read.version()).as("version of %s", read.id()).isEqualTo(expected.version());
        assertThat(Bodies.number(read))
                .as("body of %s", read.id())
                .isEqualTo(expected.content().number());
    }
}
