package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody with write access to the store can do to a sealed document, and that it is found. */
class TamperingTest {
    private static final Contact CONTACT = Contact.of("c1", Town.ANNE, "Anne Martin", "anne@example.org");

    private final MemoryKeyStore keys = new MemoryKeyStore();
    private final Town town = new Town("memory:", keys);

    @BeforeEach
    void twoContacts() {
        town.add(CONTACT);
        town.add(Contact.of("c2", Town.ANNE, "Anne Durand", null));
        town.write(Town.SOISSONS, contacts -> contacts.insert(Contact.of("c3", Town.ANNE, "Anne S.", null)));
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void assertRefused(String code, TenantId tenant, String id) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> town.read(tenant, contacts -> contacts.get(id)))
                .satisfies(e -> assertThat(e.code()).isEqualTo(code))
                .satisfies(e -> assertThat(e.facts())
                        .containsEntry("collection", "contact")
                        .containsEntry("id", id))
                .satisfies(e -> {
                    for (Locale locale : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
                        assertThat(e.errorCode().text(locale, e.facts()))
                                .contains(id, "contact")
                                .doesNotContain("Anne", "example.org", "{");
                    }
                });
    }

    private void change(UnaryOperator<SealedDocument> change) {
        town.forge(Town.LAON, change.apply(town.stored(Town.LAON, "c1")));
    }

    private static SealedDocument with(
            SealedDocument of, long revision, Map<String, Object> clear, Map<String, String> blind) {
        return new SealedDocument(of.id(), of.owner(), revision, of.schema(), of.key(), of.body(), blind, clear);
    }

    @Test
    void everySingleBitOfTheSealedBytesCounts() {
        SealedDocument sound = town.stored(Town.LAON, "c1");
        byte[] bytes = Base64.getDecoder().decode(sound.body());
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            town.forge(
                    Town.LAON, sound.with(Base64.getEncoder().withoutPadding().encodeToString(flipped)));
            assertRefused("sealing.document.altered", Town.LAON, "c1");
        }
        town.forge(Town.LAON, sound);
        assertThat(town.get("c1")).contains(CONTACT);
    }

    @Test
    void aBodyThatIsShortLongOrNoBase64IsRefused() {
        String body = town.stored(Town.LAON, "c1").body();
        for (String other : new String[] {"", "AAAA", body + "AAAA", body.substring(4), body + "=", "é" + body}) {
            change(of -> of.with(other));
            assertRefused("sealing.document.altered", Town.LAON, "c1");
        }
    }

    @Test
    void aBodyOfAnotherDocumentOfTheSamePersonIsRefused() {
        String other = town.stored(Town.LAON, "c2").body();
        change(of -> of.with(other));
        assertRefused("sealing.document.altered", Town.LAON, "c1");
    }

    @Test
    void aDocumentMovedToAnotherIdIsRefused() {
        SealedDocument moved = town.stored(Town.LAON, "c1");
        town.forge(
                Town.LAON,
                new SealedDocument(
                        "c2",
                        moved.owner(),
                        moved.revision(),
                        moved.schema(),
                        moved.key(),
                        moved.body(),
                        moved.blind(),
                        moved.clear()));
        assertRefused("sealing.document.altered", Town.LAON, "c2");
    }

    @Test
    void aDocumentMovedToAnotherTenantIsRefused() {
        SealedDocument moved = town.stored(Town.LAON, "c1");
        town.forge(Town.SOISSONS, moved);
        assertRefused("sealing.key.missing", Town.SOISSONS, "c1");
        String itsKey = town.stored(Town.SOISSONS, "c3").key();
        town.forge(
                Town.SOISSONS,
                new SealedDocument(
                        "c1",
                        moved.owner(),
                        moved.revision(),
                        moved.schema(),
                        itsKey,
                        moved.body(),
                        moved.blind(),
                        moved.clear()));
        assertRefused("sealing.document.altered", Town.SOISSONS, "c1");
    }

    @Test
    void aDocumentMovedToAnotherCollectionOfTheSamePurposeIsRefused() {
        SealedCollection<Contact> other = SealedCollection.of("other", Contact.class)
                .id(Contact::id)
                .owner(Contact::party)
                .purpose("contact")
                .blindIndex("email", Contact::email, text -> text)
                .build();
        town.sealing.declare(other);
        SealedDocument moved = town.stored(Town.LAON, "c1");
        town.neo
                .store()
                .write(
                        fr.aisneneo.core.storage.Contention.none(),
                        tx -> tx.documents(other.stored(), Town.LAON).insert(moved));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> town.neo
                        .store()
                        .read(tx -> town.sealing.documents(tx, other, Town.LAON).get("c1")))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.document.altered"))
                .satisfies(e -> assertThat(e.facts()).containsEntry("collection", "other"));
    }

    @Test
    void whatStandsReadableBesideItIsBoundToo() {
        change(of -> with(of, of.revision() + 1, of.clear(), of.blind()));
        assertRefused("sealing.document.altered", Town.LAON, "c1");
        change(of -> with(of, 1, of.clear(), Map.of()));
        assertRefused("sealing.document.altered", Town.LAON, "c1");
    }

    @Test
    void aReadableFieldThatWasChangedIsFound() {
        Map<String, Object> clear = new HashMap<>(town.stored(Town.LAON, "c1").clear());
        clear.put("visits", new BigDecimal("4"));
        change(of -> with(of, 1, clear, of.blind()));
        assertRefused("sealing.document.altered", Town.LAON, "c1");
    }

    @Test
    void aDocumentGivenToAnotherOwnerIsRefused() {
        town.add(Contact.of("c4", Town.BRUNO, "Bruno", null));
        String brunosKey = town.stored(Town.LAON, "c4").key();
        change(of ->
                new SealedDocument(of.id(), Town.BRUNO, 1, of.schema(), brunosKey, of.body(), of.blind(), of.clear()));
        assertRefused("sealing.document.altered", Town.LAON, "c1");
    }

    @Test
    void aDocumentOfAnOlderKeyStoreOrANewerVersionIsNamed() {
        change(of -> new SealedDocument(
                of.id(), of.owner(), 1, of.schema(), "0123456789abcdef", of.body(), of.blind(), of.clear()));
        assertRefused("sealing.key.missing", Town.LAON, "c1");
        change(of -> new SealedDocument(of.id(), of.owner(), 1, 2, of.key(), of.body(), of.blind(), of.clear()));
        assertRefused("sealing.document.newer", Town.LAON, "c1");
        change(of -> new SealedDocument(of.id(), of.owner(), 1, 0, of.key(), of.body(), of.blind(), of.clear()));
        assertRefused("sealing.document.altered", Town.LAON, "c1");
    }

    @Test
    void whatIsNoSealedDocumentAtAllIsReadAsOneThatDoesNotOpen() {
        SealedDocumentCodec codec = new SealedDocumentCodec(town.neo.codec());
        for (String json : new String[] {
            "{}",
            "{\"_sealed\":1}",
            "{\"_sealed\":null}",
            "{\"_sealed\":{}}",
            "{\"_sealed\":\"\"}",
            "{\"_sealed\":\".\"}",
            "{\"_sealed\":\"AA.\"}",
            "{\"_sealed\":\"AQ.\"}",
            "{\"_sealed\":\"AQ.AAAA\",\"id\":\"c1\"}",
            "{\"_sealed\":\"é.AAAA\"}",
            "[",
        }) {
            SealedDocument read = codec.decode(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            assertThat(read.schema()).isZero();
        }
        SealedDocument sound = town.stored(Town.LAON, "c1");
        assertThat(codec.decode(codec.encode(sound))).isEqualTo(sound);
    }
}
