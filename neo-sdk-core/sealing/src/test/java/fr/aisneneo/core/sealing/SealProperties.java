package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.RememberedKeys;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever is sealed is opened as it was, and no byte of what stands in the store may be another. */
class SealProperties {
    private final Codec json = JsonbCodec.standard();
    private final SealedDocumentCodec codec = new SealedDocumentCodec(json);
    private final Seal<Contact> seal =
            new Seal<>(json, new RememberedKeys(new MemoryKeyStore()), Contact.CONTACTS, Town.LAON);

    @Provide
    Arbitrary<Contact> contacts() {
        Arbitrary<String> text =
                Arbitraries.strings().withCharRange(' ', '\ud7ff').ofMaxLength(40);
        Arbitrary<Contact.Call> call =
                Combinators.combine(text, Arbitraries.integers()).as(Contact.Call::new);
        Arbitrary<PartyId> party =
                Arbitraries.longs().greaterOrEqual(1).map(number -> new PartyId(new UUID(4, number)));
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20),
                        party,
                        text,
                        Arbitraries.longs(),
                        text,
                        text.injectNull(0.3),
                        call.list().ofMaxSize(4))
                .as(Contact::new);
    }

    @Property(tries = 300)
    void whatIsSealedIsOpenedAsItWas(@ForAll("contacts") Contact contact, @ForAll long revision) {
        SealedDocument stored = codec.decode(codec.encode(seal.close(contact, revision)));
        assertThat(seal.open(contact.id(), stored)).contains(contact);
        assertThat(stored.revision()).isEqualTo(revision);
        assertThat(stored.clear()).doesNotContainKeys("name", "email", "calls");
    }

    @Property(tries = 300)
    void aDocumentIsReadFromTheStoreAsItWasWritten(
            @ForAll("contacts") Contact contact,
            @ForAll @Size(max = 4) Set<@From("names") String> names,
            @ForAll long revision,
            @ForAll @IntRange(min = 1) int schema,
            @ForAll boolean ownerBeside) {
        Map<String, Object> clear = new HashMap<>();
        names.forEach(name -> clear.put(name, List.of(contact.name(), true)));
        names.stream().limit(2).forEach(name -> clear.put(name, contact.site()));
        if (ownerBeside) {
            clear.put("whose", contact.party().text());
        }
        SealedDocument document = new SealedDocument(
                contact.site(),
                contact.party(),
                revision,
                schema,
                "0123456789abcdef",
                contact.name(),
                contact.email() == null
                        ? Map.of()
                        : Map.of("email", "AAAAAAAAAAAAAAAAAAAAAA", "b", "_-AAAAAAAAAAAAAAAAAAAA"),
                clear);
        byte[] stored = codec.encode(document);
        assertThat(codec.decode(stored)).isEqualTo(document);
        assertThat(stored).as("the form of all JSON of the SDK").isEqualTo(json.encode(json.decode(stored, Map.class)));
    }

    @Property(tries = 300)
    void anObjectIsSplitAndJoinedWithoutItsValuesBeingRead(
            @ForAll("contacts") Contact contact, @ForAll @Size(max = 6) Set<@From("names") String> names) {
        Map<String, Object> all = new HashMap<>();
        int number = 0;
        for (String name : names) {
            all.put(name, List.of(contact.name(), Map.of(contact.name(), number++, "}", "]"), List.of(), Map.of()));
        }
        all.put("contact", contact.name());
        Predicate<String> sealed = name -> name.compareTo("_a") > 0;
        SplitJson parts = SplitJson.of(json.encode(all), json, sealed);
        Map<String, Object> clear = new HashMap<>(all);
        clear.keySet().removeIf(sealed);
        Map<String, Object> secret = new HashMap<>(all);
        secret.keySet().removeIf(sealed.negate());
        assertThat(parts.clear()).isEqualTo(json.encode(clear));
        assertThat(parts.sealed()).isEqualTo(json.encode(secret));
        assertThat((Object) json.decode(SplitJson.joined(parts.clear(), parts.sealed()), Map.class))
                .isEqualTo(json.decode(json.encode(all), Map.class));
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of("A", "Zone", "_", "_a", "_sealed2", "_zone", "id", "é", "with \"quotes\"", "\\");
    }

    @Property(tries = 15)
    void noByteOfWhatIsStoredMayBeAnother(@ForAll("contacts") Contact contact, @ForAll byte mask) {
        byte[] sound = codec.encode(seal.close(contact, 1));
        SealedDocument stored = codec.decode(sound);
        byte change = mask == 0 ? 1 : mask;
        for (int at = 0; at < sound.length; at++) {
            byte[] other = sound.clone();
            other[at] ^= change;
            SealedDocument read = codec.decode(other);
            if (read.equals(stored)) {
                // Such as a property that comes twice or a letter between values that JSON does not mind: the same
                // document.
                continue;
            }
            assertThatExceptionOfType(StorageException.class)
                    .as(() -> "byte " + Arrays.mismatch(sound, other) + " of "
                            + new String(sound, StandardCharsets.UTF_8))
                    .isThrownBy(() -> seal.open(contact.id(), read))
                    .satisfies(e -> assertThat(e.code())
                            .isIn("sealing.document.altered", "sealing.key.missing", "sealing.document.newer"));
        }
    }

    @Property(tries = 100)
    void equalValuesAndOnlyTheyHaveEqualHashes(@ForAll("contacts") Contact one, @ForAll("contacts") Contact other) {
        Map<String, String> first = seal.close(one, 1).blind();
        Map<String, String> second = seal.close(other, 1).blind();
        List<String> normal = Stream.of(one, other)
                .map(contact -> contact.email() == null ? null : contact.email().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(Objects.equals(first, second)).isEqualTo(Objects.equals(normal.get(0), normal.get(1)));
    }
}
