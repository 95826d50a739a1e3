package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.directory.Parties;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.party.PersonalData;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed personal data moves with its store, as it is, and its keys stay where they are. */
class SealedMoveTest {
    private static final Actor OPERATOR = Actor.of(new PartyId(new UUID(1, 1)), Town.LAON, Role.OPERATOR);
    private static final PartyId ANNE = new PartyId(new UUID(1, 2));
    private static final PartyId BRUNO = new PartyId(new UUID(1, 3));
    private static final PersonalData BRUNOS = new PersonalData("Bruno Petit", "bruno@example.org", null);

    @TempDir
    private Path directory;

    private static byte[] export(Neo neo) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Transfer.of(neo).exportTo(out, step -> {});
        return out.toByteArray();
    }

    private static void fill(Neo neo, MemoryKeyStore keys) {
        try (Sealing sealing = Sealing.of(neo, keys)) {
            Parties parties = Parties.of(neo, sealing);
            for (PartyId party : List.of(ANNE, BRUNO)) {
                parties.register(OPERATOR, party, PartyKind.PERSON);
            }
            parties.describe(OPERATOR, ANNE, new PersonalData("Anne Martin", "anne@example.org", null));
            parties.describe(OPERATOR, BRUNO, BRUNOS);
            parties.erase(OPERATOR, ANNE);
        }
    }

    private static void assertLifeGoesOn(Neo neo, MemoryKeyStore keys) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> Sealing.of(neo, new MemoryKeyStore()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.other"));
        try (Sealing sealing = Sealing.of(neo, keys)) {
            Parties parties = Parties.of(neo, sealing);
            assertThat(parties.personalData(OPERATOR, BRUNO)).contains(BRUNOS);
            assertThat(parties.withEmail(OPERATOR, "bruno@example.org")).containsExactly(BRUNO);
            assertThat(parties.personalData(OPERATOR, ANNE)).isEmpty();
            assertThat(parties.withEmail(OPERATOR, "anne@example.org")).isEmpty();
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> parties.describe(OPERATOR, ANNE, BRUNOS))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("party.erased"));
            assertThat(sealing.erase(OPERATOR, ANNE).documents()).containsEntry("personal_data", 1L);
            assertThat(sealing.reapplyErasures(Town.CLERK)).isEmpty();
        }
    }

    private byte[] filled(MemoryKeyStore keys) {
        String uri = "rocksdb:" + directory.resolve("from");
        try (Neo from = Neo.open(uri)) {
            fill(from, keys);
        }
        // As who moves it has it: another process, without the keys.
        try (Neo from = Neo.open(uri)) {
            Parties.of(from);
            return export(from);
        }
    }

    @Test
    void personalDataMovesThereAndBackWithoutItsKeys() {
        MemoryKeyStore keys = new MemoryKeyStore();
        byte[] file = filled(keys);
        assertThat(new String(file, StandardCharsets.UTF_8)).doesNotContain("Bruno", "example.org", "Anne");
        byte[] back;
        try (Neo to = Neo.open("memory:")) {
            Parties.of(to);
            Transfer.of(to).importFrom(new ByteArrayInputStream(file), step -> {});
            back = export(to);
            assertLifeGoesOn(to, keys);
        }
        try (Neo again = Neo.open("rocksdb:" + directory.resolve("again"))) {
            Parties.of(again);
            Transfer.of(again).importFrom(new ByteArrayInputStream(back), step -> {});
            assertLifeGoesOn(again, keys);
        }
    }

    @Test
    void whatSealingKeepsCanBeDeclaredWithoutADirectory() {
        MemoryKeyStore keys = new MemoryKeyStore();
        try (Neo from = Neo.open("memory:")) {
            Sealing.of(from, keys).close();
            byte[] file = export(from);
            try (Neo to = Neo.open("memory:")) {
                Sealing.declareIn(to);
                Transfer.of(to).importFrom(new ByteArrayInputStream(file), step -> {});
                Sealing.of(to, keys).close();
            }
        }
    }
}
