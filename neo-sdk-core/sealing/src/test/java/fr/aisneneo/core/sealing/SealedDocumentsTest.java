package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.RememberedKeys;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import jakarta.json.bind.annotation.JsonbProperty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SealedDocumentsTest {
    private static final Contact CONTACT = Contact.of("c1", Town.ANNE, "Anne Martin", "Anne@Example.org");

    private final Town town = new Town("memory:", new MemoryKeyStore());

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void aDocumentIsReadAsItWasWritten() {
        Document<Contact> inserted = town.add(CONTACT);
        assertThat(inserted.value()).isEqualTo(CONTACT);
        assertThat(town.get("c1")).contains(CONTACT);
        assertThat(town.get("c2")).isEmpty();

        Contact changed = CONTACT.named("Anne Durand");
        Document<Contact> updated = town.write(Town.LAON, contacts -> contacts.update(changed, inserted.version()));
        assertThat(updated.version()).isNotEqualTo(inserted.version());
        assertThat(town.get("c1")).contains(changed);
        assertThat(town.stored(Town.LAON, "c1").revision()).isEqualTo(2);

        town.write(Town.LAON, contacts -> {
            contacts.delete("c1", updated.version());
            return true;
        });
        assertThat(town.get("c1")).isEmpty();
    }

    @Test
    void aDocumentThatWasSealedBeforeIsAddedAsAnyOther() {
        ReadyDocument<Contact> ready = town.sealing.seal(Town.LAON, Contact.CONTACTS, CONTACT);
        assertThat(ready.value()).isEqualTo(CONTACT);
        assertThat(ready.toString()).isEqualTo("ReadyDocument[contact/c1]");
        assertThat(town.get("c1")).isEmpty();

        Document<Contact> inserted = town.write(Town.LAON, contacts -> contacts.insert(ready));

        assertThat(inserted.value()).isEqualTo(CONTACT);
        assertThat(town.get("c1")).contains(CONTACT);
        assertThat(town.withEmail("anne@example.org")).containsExactly(CONTACT);
        assertThat(town.stored(Town.LAON, "c1").revision()).isEqualTo(1);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> town.write(Town.LAON, contacts -> contacts.insert(ready)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("storage.document.exists"));
    }

    @Test
    void aDocumentThatWasSealedForAnotherPlaceIsNotAdded() {
        SealedCollection<Contact> other = SealedCollection.of("other", Contact.class)
                .id(Contact::id)
                .owner(Contact::party)
                .purpose("contact")
                .build();
        for (ReadyDocument<Contact> ready : List.of(
                town.sealing.seal(Town.SOISSONS, Contact.CONTACTS, CONTACT),
                town.sealing.seal(Town.LAON, other, CONTACT))) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> town.write(Town.LAON, contacts -> contacts.insert(ready)));
        }
        assertThat(town.get("c1")).isEmpty();
    }

    @Test
    void whatIsSealedDoesNotStandInTheStoreAndTheRestDoes() {
        town.add(CONTACT);
        SealedDocument stored = town.stored(Town.LAON, "c1");
        assertThat(stored.clear()).containsOnlyKeys("id", "party", "site", "visits");
        assertThat(stored.text("site")).contains("laon");
        assertThat(stored.owner()).isEqualTo(Town.ANNE);
        assertThat(new String(new SealedDocumentCodec(town.neo.codec()).encode(stored), StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase("martin")
                .doesNotContainIgnoringCase("example.org")
                .doesNotContain("23202020");
    }

    @Test
    void theSameDocumentIsSealedDifferentlyEachTime() {
        Document<Contact> first = town.add(CONTACT);
        String before = town.stored(Town.LAON, "c1").body();
        town.write(Town.LAON, contacts -> contacts.update(CONTACT, first.version()));
        assertThat(town.stored(Town.LAON, "c1").body()).isNotEqualTo(before);
    }

    @Test
    void aSealedValueIsFoundInAnyFormThatCountsAsTheSame() {
        town.add(CONTACT);
        town.add(Contact.of("c2", Town.BRUNO, "Bruno", "anne@example.ORG"));
        town.add(Contact.of("c3", Town.BRUNO, "Bruno", null));
        assertThat(town.withEmail("ANNE@EXAMPLE.ORG")).extracting(Contact::id).containsExactly("c1", "c2");
        assertThat(town.withEmail("anne@example.com")).isEmpty();
        List<Document<Contact>> elsewhere =
                town.read(Town.SOISSONS, contacts -> contacts.find("email", "anne@example.org"));
        assertThat(elsewhere).isEmpty();
        assertThat(town.stored(Town.LAON, "c1").blind().get("email"))
                .isEqualTo(town.stored(Town.LAON, "c2").blind().get("email"))
                .hasSize(22);
    }

    @Test
    void anotherTenantHasOtherHashes() {
        town.add(CONTACT);
        town.write(Town.SOISSONS, contacts -> contacts.insert(CONTACT));
        assertThat(town.stored(Town.SOISSONS, "c1").blind())
                .isNotEqualTo(town.stored(Town.LAON, "c1").blind());
    }

    @Test
    void documentsAreScannedByWhatIsNotSealedAndByTheirOwner() {
        for (int i = 0; i < 5; i++) {
            town.add(Contact.of("c" + i, i % 2 == 0 ? Town.ANNE : Town.BRUNO, "name " + i, null));
        }
        Page<Contact> page = town.read(
                Town.LAON,
                contacts ->
                        contacts.scan(Scan.by(Contact.BY_SITE).equalTo("laon").limit(3)));
        assertThat(page.values()).extracting(Contact::name).containsExactly("name 0", "name 1", "name 2");
        assertThat(page.next()).isPresent();
        List<String> annes = new ArrayList<>();
        town.read(Town.LAON, contacts -> {
            contacts.forEachOf(Town.ANNE, found -> annes.add(found.value().name()));
            return true;
        });
        assertThat(annes).containsExactly("name 0", "name 2", "name 4");
    }

    @Test
    void aUniqueBlindIndexLetsNoTwoDocumentsHaveOneValue() {
        SealedCollection<Contact> unique = SealedCollection.of("unique_contact", Contact.class)
                .id(Contact::id)
                .owner(Contact::party)
                .purpose("contact")
                .uniqueBlindIndex("name", Contact::name, String::strip)
                .build();
        town.sealing.declare(unique);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> town.neo.atomically(() -> {
                    for (String id : List.of("c1", "c2")) {
                        town.neo
                                .store()
                                .write(
                                        fr.aisneneo.core.storage.Contention.none(),
                                        tx -> town.sealing
                                                .documents(tx, unique, Town.LAON)
                                                .insert(Contact.of(id, Town.ANNE, "Anne", null)));
                    }
                }))
                .satisfies(e -> assertThat(e.code()).isEqualTo("storage.unique.taken"))
                .withMessageNotContaining("Anne");
    }

    @Test
    void nothingIsSealedForSomebodyWhoWasErased() {
        town.sealing.erase(Town.CLERK, Town.ANNE);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> town.add(CONTACT))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.owner.erased"));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> town.sealing.prepare(Town.LAON, Town.ANNE, Contact.CONTACTS));
    }

    @Test
    void aCollectionThatMakesNoSenseIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SealedCollection.of("contact", Contact.class).build());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SealedCollection.of("contact", Contact.class).sealed("nickname"));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SealedCollection.of("text", String.class));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> SealedCollection.of("call", Contact.Call.class)
                        .id(Contact.Call::number)
                        .owner(call -> new PartyId(new UUID(1, 1)))
                        .purpose("contact")
                        .build())
                .withMessageContaining("seals nothing");
    }

    /** A record whose sealed component has another name in JSON. */
    public record Renamed(
            String id,
            PartyId party,
            @Sealed @JsonbProperty("mail") String email) {}

    @Test
    void aSealedComponentIsSealedUnderWhateverNameItHasInJson() {
        SealedCollection<Renamed> renamed = SealedCollection.of("renamed", Renamed.class)
                .id(Renamed::id)
                .owner(Renamed::party)
                .purpose("contact")
                .build();
        assertThat(renamed.sealedFields()).containsExactly("mail");
        Seal<Renamed> seal = new Seal<>(town.neo.codec(), new RememberedKeys(new MemoryKeyStore()), renamed, Town.LAON);
        Renamed value = new Renamed("r1", Town.ANNE, "anne@example.org");
        SealedDocument stored = seal.close(value, 1);
        assertThat(stored.clear()).containsOnlyKeys("id", "party");
        assertThat(seal.open("r1", stored)).contains(value);
    }

    /** A codec that names fields in capitals, as one of the application's might. */
    private record Shouting(Codec codec) implements Codec {
        @Override
        public byte[] encode(Object value) {
            String json = new String(codec.encode(value), StandardCharsets.UTF_8);
            return json.replace("\"mail\"", "\"MAIL\"").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public <T> T decode(byte[] json, Class<T> type) {
            return codec.decode(json, type);
        }
    }

    @Test
    void aFieldUnderANameThatIsNotKnownIsNeverWrittenInTheClear() {
        SealedCollection<Renamed> renamed = SealedCollection.of("renamed", Renamed.class)
                .id(Renamed::id)
                .owner(Renamed::party)
                .purpose("contact")
                .build();
        Seal<Renamed> seal = new Seal<>(
                new Shouting(town.neo.codec()), new RememberedKeys(new MemoryKeyStore()), renamed, Town.LAON);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> seal.close(new Renamed("r1", Town.ANNE, "anne@example.org"), 1))
                .withMessageNotContaining("anne@");
    }
}
