package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.party.PartyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A mark that seals nothing must not look as if it did. */
class NestedSealsTest {
    record Person(String language, @Sealed String name) {}

    record Box<C>(C content) {}

    record Tree(List<Tree> branches, String leaf) {}

    sealed interface Holder permits Somebody, Nothing {}

    record Somebody(Person person) implements Holder {}

    record Nothing() implements Holder {}

    record Directly(PartyId id, @Sealed String note, Person person) {}

    record InAList(PartyId id, @Sealed String note, List<? extends Person> persons) {}

    record InAMap(PartyId id, @Sealed String note, Map<String, List<Person>> persons) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record InAnArray(PartyId id, @Sealed String note, Person[] persons) {}

    record InABox(PartyId id, @Sealed String note, Optional<Box<Person>> person) {}

    record InAVariant(PartyId id, @Sealed String note, Holder holder) {}

    record Whole(PartyId id, @Sealed Person person, Tree tree) {}

    private static <T extends Record> SealedCollectionBuilder<T> collection(Class<T> type) {
        return SealedCollection.of("nested", type)
                .id(value -> "id")
                .owner(value -> Town.ANNE)
                .purpose("contact");
    }

    @Test
    void aMarkWithinWhatStandsReadableIsRefusedAndSaysWhatToDo() {
        for (Class<? extends Record> type :
                List.of(Directly.class, InAList.class, InAMap.class, InAnArray.class, InABox.class, InAVariant.class)) {
            String outer = type.getRecordComponents()[2].getName();
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .as(type.getSimpleName())
                    .isThrownBy(() -> collection(type).build())
                    .withMessageContaining("nested")
                    .withMessageContaining("Person.name")
                    .withMessageContaining("put @Sealed on " + outer);
            assertThat(collection(type).sealed(outer).build().sealedFields()).contains("note", outer);
        }
    }

    @Test
    void whatIsSealedAsAWholeMayBearAnyMark() {
        assertThat(collection(Whole.class).build().sealedFields()).containsExactly("person");
    }
}
