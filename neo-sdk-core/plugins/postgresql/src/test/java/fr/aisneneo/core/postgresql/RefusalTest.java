package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken is refused as taken, however the work goes about it, and never as a transaction that lost. */
@Tag("heavy")
class RefusalTest {
    private static final TenantId LAON = new TenantId("laon");

    @TempDir
    private Path directory;

    private final Index<Member> byEmail = Index.<Member>named("by_email")
            .string("email", Member::email)
            .unique()
            .build();
    private final DocumentCollection<Member> members = DocumentCollection.json("member", Member.class, Member::id)
            .index(byEmail)
            .build();
    private Neo neo;

    /**
     * Somebody with an address that nobody else has.
     *
     * @param id which one
     * @param email the address
     */
    public record Member(String id, String email) {}

    @BeforeEach
    void open() {
        neo = Neo.builder()
                .plugin(new PostgresqlStoragePlugin())
                .storage("postgresql:" + Server.location())
                .setting("postgresql", "user", "postgres")
                .setting("postgresql", "schema", Server.schema(directory))
                .setting("postgresql", "connections", "4")
                .open();
        neo.store().declare(members);
    }

    @AfterEach
    void close() {
        neo.close();
    }

    private void add(String id, String email) {
        neo.store().write(Contention.none(), tx -> tx.documents(members, LAON).insert(new Member(id, email)));
    }

    @Test
    void anAddressThatIsTakenIsRefusedThoughEachAttemptHasAnIdOfItsOwn() {
        add("anne", "anne@laon.example");
        Set<String> tried = new HashSet<>();
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> neo.store().write(Contention.none(), tx -> {
                    String id = UUID.randomUUID().toString();
                    tried.add(id);
                    return tx.documents(members, LAON).insert(new Member(id, "anne@laon.example"));
                }))
                .matches(e -> e.errorCode() == CoreError.UNIQUE_TAKEN);
        assertThat(tried).hasSize(2);
    }

    @Test
    void twelveIdsThatAreTakenAreEachRefusedToWorkThatGoesOn() {
        for (int number = 0; number < 12; number++) {
            add("member-" + number, number + "@laon.example");
        }
        long refused = neo.store().write(Contention.none(), tx -> {
            long count = 0;
            for (int number = 0; number < 12; number++) {
                try {
                    add("member-" + number, number + "@soissons.example");
                } catch (ConflictException e) {
                    assertThat(e.errorCode()).isEqualTo(CoreError.DOCUMENT_EXISTS);
                    count++;
                }
            }
            return count;
        });
        assertThat(refused).isEqualTo(12);
    }
}
