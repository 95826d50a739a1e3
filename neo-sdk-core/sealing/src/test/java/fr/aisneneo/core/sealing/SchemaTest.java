package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.RememberedKeys;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import org.junit.jupiter.api.Test;

/** A document that was sealed by an older version is read by a newer one. */
class SchemaTest {
    /** As it was. */
    public record Before(String id, PartyId party, String place, String fullName) {}

    /** As it is. */
    public record After(String id, PartyId party, String site, String name, String language) {}

    private final RememberedKeys keys = new RememberedKeys(new MemoryKeyStore());

    @Test
    void anOlderDocumentIsBroughtIntoTheNewFormWhenItIsRead() {
        SealedCollection<Before> before = SealedCollection.of("person", Before.class)
                .id(Before::id)
                .owner(Before::party)
                .purpose("contact")
                .sealed("fullName")
                .build();
        SealedCollection<After> after = SealedCollection.of("person", After.class)
                .id(After::id)
                .owner(After::party)
                .purpose("contact")
                .sealed("name", "language")
                .upgrade(body -> body.put("name", body.remove("fullName")))
                .upgrade(body -> {
                    body.put("site", body.remove("place"));
                    body.put("language", "fr");
                })
                .build();
        SealedDocument old = new Seal<>(JsonbCodec.standard(), keys, before, Town.LAON)
                .close(new Before("p1", Town.ANNE, "Laon", "Anne Martin"), 7);

        Seal<After> now = new Seal<>(JsonbCodec.standard(), keys, after, Town.LAON);

        After read = now.open("p1", old).orElseThrow();
        assertThat(read).isEqualTo(new After("p1", Town.ANNE, "Laon", "Anne Martin", "fr"));
        SealedDocument anew = now.close(read, 8);
        assertThat(anew.schema()).isEqualTo(3);
        assertThat(now.open("p1", anew)).contains(read);
    }
}
