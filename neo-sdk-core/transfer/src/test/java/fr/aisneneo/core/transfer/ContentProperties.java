package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;

/** Whatever a town keeps, it is the same wherever it is kept. */
class ContentProperties {
    private static final List<TenantId> TENANTS = List.of(Town.LAON, Town.CHAUNY, new TenantId("z-9"));

    /** Tenants, ids, bodies and events at random. */
    private static void fill(Town town, Random random) {
        AnyJson json = new AnyJson(random);
        for (TenantId tenant : TENANTS) {
            if (random.nextInt(3) > 0) {
                town.books(tenant, random.nextInt(4));
            }
            for (int i = random.nextInt(40); i > 0; i--) {
                String id = i + "-" + id(random);
                town.keeps(tenant, new Loose(id, json.withId(id)));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                byte[] bytes = new byte[random.nextInt(100)];
                random.nextBytes(bytes);
                town.keeps(tenant, new Packed("p" + i, bytes));
            }
            for (int i = random.nextInt(5); i > 0; i--) {
                town.measures(tenant, Double.longBitsToDouble(random.nextLong() & 0x7fdf_ffff_ffff_ffffL));
            }
            if (random.nextBoolean()) {
                town.measures(tenant, 1);
                town.receipts.seal(Town.clerk(tenant));
            }
        }
    }

    private static String id(Random random) {
        return random.ints(random.nextInt(12), 1, 0x3000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void throughAll(long seed, Path directory, Engine... engines) {
        try (Town first = Engine.inMemory()) {
            fill(first, new Random(seed));
            Exported before = Exported.from(first);
            for (Engine engine : engines) {
                try (Town next = engine.town(directory)) {
                    assertThat(next.transfer.importFrom(before.stream(), step -> {}))
                            .isEqualTo(before.report());
                    Exported after = Exported.from(next);
                    assertThat(after.documents()).isEqualTo(before.documents());
                    for (TenantId tenant : TENANTS) {
                        assertThat(next.receipts.audit(Town.clerk(tenant)))
                                .isEqualTo(first.receipts.audit(Town.clerk(tenant)));
                    }
                    before = after;
                }
            }
        }
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void inMemory(@ForAll long seed) {
        throughAll(seed, Path.of("."), Engine.MEMORY, Engine.MEMORY);
    }

    @Tag("heavy")
    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void throughEveryEngine(@ForAll long seed) throws IOException {
        Path directory = Files.createTempDirectory("neo-transfer");
        try {
            throughAll(seed, directory, Engine.ROCKSDB, Engine.POSTGRESQL, Engine.ROCKSDB, Engine.MEMORY);
        } finally {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
