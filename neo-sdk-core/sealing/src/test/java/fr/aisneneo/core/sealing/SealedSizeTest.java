package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.RememberedKeys;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What sealing adds to the bytes of a document: they are written to the log, to the tables and to backups. */
class SealedSizeTest {
    private static final Codec JSON = JsonbCodec.standard();
    private static final SealedDocumentCodec CODEC = new SealedDocumentCodec(JSON);

    /** A neighbour; in the clear some 400 bytes of JSON. */
    public record Neighbour(
            String id,
            PartyId owner,
            @Sealed String name,
            @Sealed String email,
            @Sealed String note) {}

    private static final SealedCollection<Neighbour> NEIGHBOURS = SealedCollection.of("neighbour", Neighbour.class)
            .id(Neighbour::id)
            .owner(Neighbour::owner)
            .purpose("contact")
            .blindIndex("email", Neighbour::email, text -> text)
            .build();

    private final Seal<Neighbour> seal =
            new Seal<>(JSON, new RememberedKeys(new MemoryKeyStore()), NEIGHBOURS, Town.LAON);

    private static Neighbour withNote(int length) {
        return new Neighbour(
                new UUID(7, 7).toString(), Town.ANNE, "Anne Martin", "anne@example.org", "n".repeat(length));
    }

    private int added(Neighbour neighbour, long revision) {
        return CODEC.encode(seal.close(neighbour, revision)).length - JSON.encode(neighbour).length;
    }

    /** The sealed fields a third longer in base64, and 109 bytes for everything else. */
    @Test
    void aDocumentOfFourHundredBytesGrowsByAboutHalf() {
        Neighbour neighbour = withNote(250);
        assertThat(JSON.encode(neighbour)).hasSize(400);
        assertThat(added(neighbour, 1)).isEqualTo(212);
    }

    @Test
    void whateverStandsInItTheEnvelopeTakesNoMoreThanItsShare() {
        List<Integer> lengths = List.of(0, 1, 2, 3, 1_000, 100_000);
        for (int length : lengths) {
            Neighbour neighbour = withNote(length);
            int sealed = "{\"email\":\"anne@example.org\",\"name\":\"Anne Martin\",\"note\":\"\"}".length() + length;
            for (long revision : LongStream.of(1, 127, 128, 1_000_000).toArray()) {
                assertThat(added(neighbour, revision)).isBetween(sealed / 3, sealed / 3 + 115);
            }
        }
    }

    @Test
    void idAndOwnerStandInTheStoreOnce() {
        Neighbour neighbour = withNote(10);
        String stored = new String(CODEC.encode(seal.close(neighbour, 1)), StandardCharsets.UTF_8);
        assertThat(stored).containsOnlyOnce(neighbour.id()).containsOnlyOnce(Town.ANNE.text());
    }
}
